// What people paste from, each with what has to remain and what must not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { MOST_ROWS, rowsIn } from '../src/editor/clipboard.js';
import { cleanPaste } from '../src/editor/paste.js';

const parse = html => new JSDOM(html).window.document;
const clean = html => cleanPaste(html, { parse, isOwnPicture: src => /^\/media\/[0-9a-f-]{36}$/.test(src) });

const corpus = [
  {
    from: 'WPS text',
    html: `<!--StartFragment --><div class="Section0" style="layout-grid:15.6000pt;"><p class=MsoNormal align=justify style="text-indent:21.0000pt;mso-char-indent-count:2.0000;"><span style="mso-spacerun:'yes';font-family:宋体;font-size:10.5000pt;"><font face="宋体">今晚</font>22:00</span><b><span style="font-family:宋体;">停水</span></b><o:p></o:p></p></div><!--EndFragment-->`,
    html_: '<p>今晚22:00<strong>停水</strong></p>',
  },
  {
    from: 'WPS sheet',
    html: `<table width="144" border="0" style='border-collapse:collapse;'><col width="72" span="2"><tr height="18"><td class="et2" height="18" width="72" x:str>街道</td><td class="et2" x:num="3">3</td></tr></table>`,
    html_: '<table><tbody><tr><td><p>街道</p></td><td><p>3</p></td></tr></tbody></table>',
  },
  {
    from: 'Feishu document',
    html: `<meta charset="utf-8"><div data-page-id="x" data-docx-has-block-data="true"><h1 class="heading-1"><span data-string="true">工作安排</span></h1><div class="ace-line old-record-id"><span style="font-weight:bold">重点</span>：加强值守</div><ul class="list-bullet1"><li class="ace-line" data-list="bullet"><div>甲</div></li><li class="ace-line"><div>乙</div></li></ul></div><span data-lark-record-data="{}" style="display:none"></span>`,
    html_: '<h2>工作安排</h2><p><strong>重点</strong>：加强值守</p><ul><li><p>甲</p></li><li><p>乙</p></li></ul>',
  },
  {
    from: 'a styled layout tool',
    html: `<section style="margin:10px auto;text-align:center" data-tools="x"><section style="display:inline-block;border-bottom:2px solid #c00"><section class="assistant"><p style="color:#c00;letter-spacing:2px"><strong>通 知</strong></p></section></section><section style="background-image:url(https://img.example/bg.png)"><p><span style="font-size:15px">正文<br></span></p></section><img data-src="https://statics.example/a.gif" style="width:100%"></section>`,
    html_: '<p style="text-align: center"><strong>通 知</strong></p><p style="text-align: center">正文</p>',
    pictures: 1,
  },
  {
    from: 'a web page',
    html: `<article><h2>标题</h2><p>看<a href="https://mp.weixin.qq.com/s/a" onclick="go()">上期</a></p><script>track()</script><figure><img src="https://www.example.gov.cn/p.jpg"><figcaption>图一</figcaption></figure></article>`,
    html_: '<h2>标题</h2><p>看<a href="https://mp.weixin.qq.com/s/a">上期</a></p><p>图一</p>',
    pictures: 1,
  },
];

for (const { from, html, html_, pictures = 0 } of corpus) {
  test(`pasted from ${from}`, () => {
    const cleaned = clean(html);
    assert.equal(cleaned.html, html_);
    assert.equal(cleaned.report.pictures.length, pictures);
    assert.equal(clean(cleaned.html).html, cleaned.html);
  });
}

test('a table of ten thousand rows is recognised without being parsed', () => {
  const started = performance.now();
  assert.equal(rowsIn(`<table>${'<tr height=18><td>行</td></tr>'.repeat(10_000)}</table>`), 10_000);
  assert.ok(MOST_ROWS < 10_000 && performance.now() - started < 1_000);
});
