// Articles of real shapes (Console.Tests/Text/Corpus): what the editor stores for each stands beside it, and is what the server's tests go on with.
import './support/dom.js';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { getSchema } from '@tiptap/core';
import { readArticle, writeArticle } from '../src/editor/article-html.js';
import { extensions } from '../src/editor/schema.js';

const folder = new URL('../../../Console.Tests/Text/Corpus/', import.meta.url);
const schema = getSchema(extensions({ placeholder: '', pictures: null }));
const names = readdirSync(folder).filter(name => name.endsWith('.html') && !name.endsWith('.stored.html'));

test('the corpus is large enough', () => assert.ok(names.length >= 25));

for (const name of names) {
  test(`${name}: edited, stored and opened again it is the same document`, () => {
    const plain = readArticle(readFileSync(new URL(name, folder), 'utf8'), schema);
    plain.check();
    const stored = writeArticle(plain);
    assert.equal(stored, readFileSync(new URL(name.replace('.html', '.stored.html'), folder), 'utf8'));
    assert.deepEqual(readArticle(stored, schema).toJSON(), plain.toJSON());
    assert.equal(writeArticle(readArticle(stored, schema)), stored);
    assert.ok(stored.length < 20_000, `${stored.length} characters`);
  });
}
