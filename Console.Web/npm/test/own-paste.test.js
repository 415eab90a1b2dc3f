// What is copied in one editor of the console and pasted in another loses nothing; what only claims to be ours gains nothing.
import { window } from './support/dom.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument, getSchema } from '@tiptap/core';
import { DOMSerializer } from '@tiptap/pm/model';
import { readArticle, writeArticle } from '../src/editor/article-html.js';
import { HIGHLIGHT, TONES } from '../src/editor/blocks/dress.js';
import { cleanPaste } from '../src/editor/paste.js';
import { isOwnPicture } from '../src/editor/picture.js';
import { extensions } from '../src/editor/schema.js';

const schema = getSchema(extensions({ placeholder: '', pictures: null }));
const parse = html => new window.DOMParser().parseFromString(html, 'text/html');
const clean = html => cleanPaste(html, { parse, isOwnPicture, origin: 'https://console.example' });
const read = html => createDocument(html, schema, { preserveWhitespace: false }).toJSON();
const picture = n => `/media/0198a6f0-0000-7000-8000-00000000000${n}`;

/** What ProseMirror puts on the clipboard. */
function copied(doc, slice = '0 0 []') {
  const holder = window.document.createElement('div');
  holder.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content, { document: window.document }));
  holder.firstElementChild.setAttribute('data-pm-slice', slice);
  return `<meta charset='utf-8'><!--StartFragment-->${holder.innerHTML}<!--EndFragment-->`;
}

const shapes = {
  boxes: ['note', 'notice', 'tip', 'rumour', 'guide'].map(kind => `<section data-block="${kind}"><p><strong>题</strong></p><ul><li><p>一</p></li></ul><p>末</p></section>`).join('<p>间</p>'),
  gallery: `<section data-block="gallery" data-columns="3"><figure><img src="${picture(1)}" alt="一"></figure><figure><img src="${picture(2)}" alt=""></figure><figure><img src="${picture(3)}" alt="三"><figcaption>三</figcaption></figure></section><p>后</p>`,
  caption: `<figure><img src="${picture(1)}" alt="路口"><figcaption>路口在这里</figcaption></figure><p>后</p>`,
  colours: `<p>甲<span style="color: ${TONES.red}">红</span><span style="background-color: ${HIGHLIGHT}">划线</span><span style="color: #cc0000">别处的红</span></p>`,
  spacing: '<p style="text-align: center; line-height: 2; margin: 0 0 0.4em">一</p><p style="margin: 0">二</p>',
  table: '<table><tbody><tr><th><p>时间</p></th><th><p>地点</p></th></tr><tr><td><p>九点</p></td><td><p style="text-align: center">西门</p></td></tr></tbody></table>',
  program: '<p><a href="" data-miniprogram-appid="wx0123456789abcdef" data-miniprogram-path="pages/index?id=1">办理</a>和<a href="https://mp.weixin.qq.com/s/abc">上期</a></p>',
  foreignBox: '<section style="padding: 10px; border: 1px solid #eee"><p>框</p></section><p>后</p>',
};

for (const [name, html] of Object.entries(shapes)) {
  test(`${name}: copied in the editor and pasted, nothing is lost and nothing is said`, () => {
    const document = readArticle(html, schema);
    const cleaned = clean(copied(document));
    assert.deepEqual(read(cleaned.html), document.toJSON());
    assert.deepEqual([cleaned.report.formats, cleaned.report.empties, cleaned.report.pictures.length], [0, 0, 0]);
  });
}

for (const name of ['boxes', 'gallery']) {
  test(`${name}: copied off a page that shows the text, with a browser's spelling, it is still ours`, () => {
    const document = readArticle(shapes[name], schema);
    const shown = writeArticle(document)
      .replace(/#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b/g, (_, r, g, b) => `rgb(${[r, g, b].map(part => parseInt(part, 16)).join(', ')})`)
      .replace(/border-spacing: 4px/g, 'border-spacing: 4px 4px').replaceAll('/media/', 'https://console.example/media/');
    assert.deepEqual(read(clean(shown).html), document.toJSON());
  });
}

test('a box that was copied whole comes along, a few words out of it come alone', () => {
  const words = '<p data-pm-slice="2 2 [&quot;callout&quot;,{&quot;kind&quot;:&quot;tip&quot;}]">带好身份证</p>';
  assert.match(clean(words).html, /data-pm-slice="2 2 \[&quot;callout&quot;,{&quot;kind&quot;:&quot;tip&quot;}\]"/);
  assert.doesNotMatch(clean(words.replace('tip', 'evil')).html, /data-pm-slice/);
  assert.doesNotMatch(clean('<p data-pm-slice="1 1 [&quot;box&quot;,{&quot;look&quot;:&quot;x&quot;}]">甲</p>').html, /data-pm-slice/);
});

test('what only claims to be ours brings nothing in', () => {
  const hostile = `<section data-pm-slice="1 1 []" data-block="notice" onclick="x()" style="position: fixed"><p style="line-height: 9; background: url(//evil)">甲<script>x()</script></p></section>
    <section data-block="evil"><p>乙</p></section><section data-look="background: url(javascript:x)"><p>丙</p></section>
    <figure><img src="https://evil.example/x.png"><figcaption>丁</figcaption></figure><a data-miniprogram-appid="wx1" data-miniprogram-path="//e">戊</a><iframe src="//evil"></iframe>`;
  const { html, report } = clean(hostile);
  assert.equal(html.replace(/\s+/g, ''), '<sectiondata-block="notice"data-pm-slice="11[]"><p>甲</p></section><p>乙</p><p>丙</p><p>丁</p><p>戊</p>');
  assert.ok(report.dangerous >= 3);
  assert.equal(report.pictures.length, 1);
});

test('a web page keeps its colours to itself', () => {
  assert.equal(clean(`<p><span style="color: ${TONES.grey}">灰</span><span data-color="${TONES.red}">红</span></p><section data-block="notice"><p>框</p></section>`).html, '<p>灰红</p><p>框</p>');
});

test('a picture that travels inside the text keeps its caption', () => {
  assert.equal(clean('<figure><img src="data:image/png;base64,AAAA"><figcaption>图一</figcaption></figure>').html, '<figure><img data-embedded="0"><figcaption>图一</figcaption></figure>');
});
