import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { withoutHandlers } from '../src/editor/handlers.js';
import { cleanPaste } from '../src/editor/paste.js';

const parse = html => new JSDOM(html).window.document;
const isOwnPicture = src => /^\/media\/[0-9a-f-]{36}$/.test(src);
const clean = html => cleanPaste(html, { parse, isOwnPicture });

test('Word paragraphs lose their styles, fonts, conditional comments and empty lines', () => {
  const { html, report } = clean(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {mso-style-parent:""} --></style></head><body>
<!--StartFragment--><p class=MsoNormal style='margin:0cm;text-indent:24.0pt;mso-char-indent-count:2.0'><span lang=EN-US style='font-size:12.0pt;font-family:宋体'>11</span><span style='font-family:宋体;mso-ascii-font-family:Calibri'>月<b>27</b>日起<o:p></o:p></span></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->
<p class=MsoNormal align=center style='text-align:center'><span style='font-weight:bold'>临江交警</span></p><!--EndFragment--></body></html>`);
  assert.equal(html, '<p>11月<strong>27</strong>日起</p><p style="text-align: center"><strong>临江交警</strong></p>');
  assert.equal(report.empties, 1);
  assert.ok(report.formats >= 5);
  assert.equal(report.comments, 1);
});

const item = (level, marker, text) => `<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span></span><![endif]><span>${text}</span></p>`;

test('Word lists become lists, with their levels', () => {
  const { html } = clean(item(1, '1.', '看外壳') + item(1, '2.', '扣带子') + item(2, '·', '下巴处') + item(1, '3.', '摇一摇'));
  assert.equal(html, '<ol><li><p>看外壳</p></li><li><p>扣带子</p><ul><li><p>下巴处</p></li></ul></li><li><p>摇一摇</p></li></ol>');
});

test('a list that is interrupted starts anew and keeps its number', () => {
  const { html } = clean(item(1, '1.', '甲') + '<p>间</p>' + item(1, '2.', '乙'));
  assert.equal(html, '<ol><li><p>甲</p></li></ol><p>间</p><ol start="2"><li><p>乙</p></li></ol>');
});

test('Chinese numbering stays as words', () => {
  const { html } = clean(item(1, '一、', '工作目标') + item(2, '（一）', '加强领导'));
  assert.equal(html, '<p>一、工作目标</p><p>（一）加强领导</p>');
});

test('Excel cells become a plain table with spans and alignment', () => {
  const { html } = clean(`<html><body><table border=0 cellpadding=0 style='border-collapse:collapse;width:200pt'><col width=72>
<!--StartFragment--><tr height=18><td class=xl65 colspan=2 style='text-align:center'>路段</td></tr><tr><td>滨江路</td><td align=right>08:00</td></tr><tr><td></td><td></td></tr><!--EndFragment--></table></body></html>`);
  assert.equal(html, '<table><tbody><tr><td colspan="2"><p style="text-align: center">路段</p></td></tr><tr><td><p>滨江路</p></td><td><p style="text-align: right">08:00</p></td></tr></tbody></table>');
});

test('a table of a single cell is only a frame', () => {
  assert.equal(clean('<table><tr><td><p>提示</p><p>正文</p></td></tr></table>').html, '<p>提示</p><p>正文</p>');
});

test('scripts, handlers and javascript links go and are counted', () => {
  const { html, report } = clean('<p onclick="x()">好<script>alert(1)</script><a href="javascript:alert(1)">点</a><a href="https://mp.weixin.qq.com/s/a" target=_blank>看</a></p><iframe src=//evil></iframe><svg onload=x()></svg>');
  assert.equal(html, '<p>好点<a href="https://mp.weixin.qq.com/s/a">看</a></p>');
  assert.equal(report.dangerous, 5);
});

test('handlers are renamed before parsing and still counted', () => {
  const made = withoutHandlers('<div class="a"onclick="x()" ONLOAD = y><img/onerror=z src=1>only = 2</div>');
  assert.equal(made, '<div class="a"data-inert-onclick="x()" data-inert-ONLOAD = y><img/data-inert-onerror=z src=1>only = 2</div>');
  assert.equal(clean('<p data-inert-onclick="x()">好</p>').report.dangerous, 1);
});

test('only our own pictures stay; others are named', () => {
  const own = '/media/0198a5f0-0000-7000-8000-000000000001';
  const { html, report } = clean(`<p>甲<img src="${own}" width=20 onerror=x()><img src="https://example.com/a.jpg"><img width=1 src="https://track.example/p.gif"></p>`);
  assert.equal(html, `<p>甲</p><img src="${own}">`);
  assert.deepEqual(report.pictures, ['https://example.com/a.jpg']);
});

test('pictures inside the text are handed out for upload in their places', () => {
  const { html, embedded } = clean('<p>一</p><p><img src="data:image/png;base64,AAAA"></p><p>二</p>');
  assert.equal(html, '<p>一</p><img data-embedded="0"><p>二</p>');
  assert.deepEqual(embedded, ['data:image/png;base64,AAAA']);
});

test('Word pictures on the local disk keep their places, numbered', () => {
  const { html, report } = clean('<p><img src="file:///C:/Users/a/clip_image002.png"></p><p>图一</p>');
  assert.equal(html, '<img data-local="0"><p>图一</p>');
  assert.equal(report.localPictures, 1);
});

test('web pages: boxes become paragraphs, headings two levels, indents and wide spaces go', () => {
  const { html, report } = clean('<section><div style="color:red">　　各位市民：</div><h1><b>通知</b></h1><h4>时间</h4><div>上午<br>下午<br></div></section>');
  assert.equal(html, '<p>各位市民：</p><h2>通知</h2><h3>时间</h3><p>上午<br>下午</p>');
  assert.equal(report.indents, 1);
});

test('the wrapper of Google Docs does not make everything bold', () => {
  assert.equal(clean('<b style="font-weight:normal"><p><span style="font-weight:700">重</span>轻</p></b>').html, '<p><strong>重</strong>轻</p>');
});

test('hidden parts do not come along', () => {
  assert.equal(clean('<p>看得见<span style="display:none">看不见</span></p>').html, '<p>看得见</p>');
});

test('a list inside a list, written beside its item', () => {
  assert.equal(clean('<ul><li>一</li><ul><li>二</li></ul></ul>').html, '<ul><li><p>一</p><ul><li><p>二</p></li></ul></li></ul>');
});

test('a long document is cleaned in reasonable time', () => {
  const start = performance.now();
  const { html } = clean('<p class=MsoNormal style="mso-x:1"><span style="font-family:宋体">警</span></p>'.repeat(1500));
  assert.equal(html.length, '<p>警</p>'.length * 1500);
  assert.ok(performance.now() - start < 20_000);
});
