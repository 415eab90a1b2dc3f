import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DraftStore } from '../src/editor/draft-store.js';

/** What the store needs of localStorage: values as strings under own, listable names. */
function storage(entries = {}) {
  const values = { ...entries };
  const methods = {
    getItem: name => values[name] ?? null,
    setItem: (name, value) => { values[name] = String(value); },
    removeItem: name => { delete values[name]; },
  };
  return new Proxy(methods, { ownKeys: () => Object.keys(values), getOwnPropertyDescriptor: (_, name) => ({ value: values[name], enumerable: true, configurable: true }) });
}

const draft = { base: '7', articles: [{ key: 'a', title: '题', contentHtml: '<p>文</p>' }] };
const day = 24 * 3600 * 1000;

test('what was kept comes back until it is cleared', () => {
  const kept = storage();
  const store = new DraftStore({ storage: kept, key: 'p.1', clock: () => 1000 });
  store.keep(draft);
  store.flush();
  assert.deepEqual(new DraftStore({ storage: kept, key: 'p.1', clock: () => 2000 }).left(), { ...draft, at: 1000 });
  store.clear();
  assert.equal(store.left(), null);
});

test('another post does not see it, and a first save takes it along', () => {
  const kept = storage();
  const store = new DraftStore({ storage: kept, key: 'p.new', clock: () => 1 });
  store.keep(() => draft);
  store.flush();
  assert.equal(new DraftStore({ storage: kept, key: 'p.2', clock: () => 1 }).left(), null);
  store.rename('p.2');
  assert.equal(new DraftStore({ storage: kept, key: 'p.2', clock: () => 1 }).left().base, '7');
});

test('drafts nobody came back for are forgotten after thirty days', () => {
  const kept = storage();
  const store = new DraftStore({ storage: kept, key: 'p.1', clock: () => 0 });
  store.keep(draft);
  store.flush();
  new DraftStore({ storage: kept, key: 'p.9', clock: () => 31 * day }).left();
  assert.equal(kept.getItem('gac.draft.p.1'), null);
});

test('a broken entry is no obstacle', () => {
  const store = new DraftStore({ storage: storage({ 'gac.draft.p.1': '{' }), key: 'p.1', clock: () => 1 });
  assert.equal(store.left(), null);
});

test('a full storage is reported, not thrown', () => {
  const kept = storage();
  let full = false;
  const store = new DraftStore({ storage: { getItem: kept.getItem, removeItem: kept.removeItem, setItem: () => { throw new Error('quota'); } }, key: 'p.1', onFull: () => (full = true) });
  store.keep(draft);
  store.flush();
  assert.equal(full, true);
});

test('what is typed while the page still loads is not taken for something left behind', () => {
  const kept = storage();
  const store = new DraftStore({ storage: kept, key: 'p.5', clock: () => 1 });
  store.keep({ base: '1', articles: [{ title: '刚写的' }] });
  store.flush();
  assert.equal(store.left(), null);
  assert.equal(new DraftStore({ storage: kept, key: 'p.5', clock: () => 1 }).left().base, '1');
});
