import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Schema } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { history, undo } from '@tiptap/pm/history';
import { Mapping } from '@tiptap/pm/transform';
import { JSDOM } from 'jsdom';
import { hunks } from '../src/editor/sequences.js';

// The surface's library looks at its browser while it is loaded.
const { window } = new JSDOM('');
for (const name of ['DOMParser', 'document', 'navigator']) globalThis[name] ??= window[name];
const { change } = await import('../src/editor/together.js');

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'text*', toDOM: () => ['p', 0] },
    picture: { group: 'block', atom: true, attrs: { src: { default: null }, upload: { default: null } } },
    text: {},
  },
});
const p = text => schema.node('paragraph', null, text ? [schema.text(text)] : []);
const doc = (...texts) => schema.node('doc', null, texts.map(text => (typeof text === 'string' ? p(text) : text)));
const texts = state => Array.from({ length: state.doc.childCount }, (_, i) => state.doc.child(i).textContent);
const begin = taken => EditorState.create({ doc: taken, plugins: [history()] });

test('a shortest way leads from one sequence to the other', () => {
  let seed = 7;
  const random = n => (seed = (seed * 48271) % 2147483647) % n;
  for (let round = 0; round < 300; round++) {
    const left = Array.from({ length: random(30) }, () => random(6));
    const right = Array.from({ length: random(30) }, () => random(6));
    const result = [...left];
    for (const h of hunks(left, right, (a, b) => a === b).reverse()) result.splice(h.from, h.to - h.from, ...right.slice(h.start, h.end));
    assert.deepEqual(result, right);
  }
});

test('the caret stays between two changes of one paragraph, and undo takes back only what I wrote', () => {
  const taken = doc('甲乙丙丁', '别的');
  let state = begin(taken).apply(begin(taken).tr.setSelection(TextSelection.create(taken, 3)));
  const typed = state.tr.insertText('我');
  state = state.apply(typed);
  state = state.apply(change(state, taken, new Mapping(typed.mapping.maps), taken, doc('新甲乙丙丁尾', '别的', '又一段')));
  assert.deepEqual(texts(state), ['新甲乙我丙丁尾', '别的', '又一段']);
  assert.equal(state.doc.textBetween(0, state.selection.from), '新甲乙我');
  undo(state, transaction => (state = state.apply(transaction)));
  assert.deepEqual(texts(state), ['新甲乙丙丁尾', '别的', '又一段']);
});

test('where I typed in the same words meanwhile, nothing is done', () => {
  const taken = doc('甲乙丙丁');
  const state = begin(taken);
  const typed = state.tr.insertText('我', 3);
  assert.equal(change(state.apply(typed), taken, new Mapping(typed.mapping.maps), taken, doc('甲换了丁')), null);
});

test('a picture on its way stays', () => {
  const upload = schema.node('picture', { upload: '1' });
  const taken = doc('甲', upload, '乙');
  const state = begin(taken);
  const next = state.apply(change(state, taken, new Mapping(), doc('甲', '乙'), doc('甲', '中', '乙改')));
  assert.deepEqual(texts(next), ['甲', '', '中', '乙改'].sort((a, b) => texts(next).indexOf(a) - texts(next).indexOf(b)));
  assert.equal(next.doc.childCount, 4);
});
