import './support/dom.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getSchema } from '@tiptap/core';
import { readArticle, writeArticle } from '../src/editor/article-html.js';
import { HIGHLIGHT, TONES } from '../src/editor/blocks/dress.js';
import { extensions } from '../src/editor/schema.js';

const schema = getSchema(extensions({ placeholder: '', pictures: null }));
const again = html => writeArticle(readArticle(html, schema));
const picture = n => `/media/0198a6f0-0000-7000-8000-00000000000${n}`;

const shapes = {
  paragraph: '<p>正文<strong>重点</strong><br>下一行</p>',
  headings: '<h2>大</h2><p>一</p><h3>小</h3>',
  lists: '<ul><li>一<ol start="3"><li>三</li><li>四</li></ol></li><li>二</li></ul>',
  quote: '<blockquote><p>引</p><p>文</p></blockquote>',
  divider: '<p>上</p><hr><p>下</p>',
  table: '<table><tbody><tr><th>时间</th><th>地点</th></tr><tr><td rowspan="2">九点</td><td>东门</td></tr><tr><td colspan="1"><p style="text-align: center">西门</p></td></tr></tbody></table>',
  picture: `<figure><img src="${picture(1)}" alt="路口"><figcaption>路口在这里</figcaption></figure>`,
  gallery: `<section data-block="gallery" data-columns="3"><figure><img src="${picture(1)}" alt=""></figure><figure><img src="${picture(2)}" alt=""></figure><figure><img src="${picture(3)}" alt=""></figure><figure><img src="${picture(4)}" alt="四"><figcaption>四</figcaption></figure></section>`,
  callouts: ['note', 'notice', 'tip', 'rumour', 'guide'].map(kind => `<section data-block="${kind}"><p><strong>题</strong></p><ul><li>一</li></ul><p>末</p></section>`).join(''),
  spacing: '<p style="text-align: center; line-height: 2; margin: 0 0 0.4em">一</p><p style="margin: 0">二</p>',
  tones: `<p><span style="color: ${TONES.red}">红</span>和<span style="background-color: ${HIGHLIGHT}">划线</span></p>`,
  foreign: '<section style="padding: 10px; border: 1px solid #eee"><p><span style="color: #c00">别处的颜色</span></p></section>',
  links: '<p><a href="https://mp.weixin.qq.com/s/abc">上期</a><a href="" data-miniprogram-appid="wx0123456789abcdef" data-miniprogram-path="pages/index?id=1">办理</a></p>',
};

for (const [name, html] of Object.entries(shapes)) {
  test(`${name}: what is stored says everything, and reading it gives the same document`, () => {
    const document = readArticle(html, schema);
    document.check();
    const stored = writeArticle(document);
    assert.doesNotMatch(stored, /data-(block|columns|tone)|class=/);
    assert.deepEqual(readArticle(stored, schema).toJSON(), document.toJSON());
    assert.equal(again(stored), stored);
  });
}

test('a paragraph costs few characters', () => {
  assert.equal(again('<p>正文</p>'), '<p style="margin: 0 0 1em">正文</p>');
  assert.equal(again('<ul><li><p>一</p></li></ul>'), '<ul style="margin: 0 0 1em; padding: 0 0 0 1.5em"><li>一</li></ul>');
});

test('an empty document is nothing, and the line to go on in is left out', () => {
  assert.equal(again(''), '');
  assert.equal(again('<p></p>'), '');
  assert.equal(again('<p>一</p><p></p>'), '<p style="margin: 0 0 1em">一</p>');
});

test('pictures on their way and foreign ones are not stored', () => {
  assert.equal(again('<p>一</p><img data-upload="3"><img src="https://evil.example/x.png">'), '<p style="margin: 0 0 1em">一</p>');
});

test('links nobody can open on the platform fall away, their words stay', () => {
  assert.equal(again('<p><a href="https://www.example.com/">这里</a></p>'), '<p style="margin: 0 0 1em">这里</p>');
  assert.equal(again('<p><a href="" data-miniprogram-appid="wx1" data-miniprogram-path="a">这里</a></p>'), '<p style="margin: 0 0 1em">这里</p>');
});
