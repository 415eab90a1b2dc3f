import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { DraftStore } from '../src/editor/draft-store.js';
import { WorkingCopy } from '../src/editor/working-copy.js';

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

/** Locks as browsers keep them: held until their page lets go. */
function locks() {
  const held = new Set();
  return {
    async request(name, work) {
      held.add(name);
      await work();
      held.delete(name);
    },
    query: async () => ({ held: [...held].map(name => ({ name })), pending: [] }),
  };
}

// Pages that are still open renew their leases for ever.
const opened = [];
class Store extends DraftStore {
  constructor(options) {
    super(options);
    opened.push(this);
  }
}
after(() => opened.forEach(store => store.end()));

const draft = { base: '7', articles: [{ key: 'a', title: '题', contentHtml: '<p>文</p>' }] };
const said = title => ({ base: '7', articles: [{ key: 'a', title, contentHtml: '' }] });
const day = 24 * 3600 * 1000;
const titles = found => found?.articles[0].title ?? null;

for (const [kind, made] of [['locks', locks], ['leases', () => undefined]]) {
  const open = (kept, shared, at = 1000, key = 'p.1') => new Store({ storage: kept, key, locks: shared, clock: () => at });
  const settled = () => new Promise(resolve => setTimeout(resolve));

  test(`${kind}: what a page left behind comes back until it is cleared`, async () => {
    const [kept, shared] = [storage(), made()];
    const first = open(kept, shared);
    first.keep(draft);
    first.end();
    await settled();
    const next = open(kept, shared, 2000);
    assert.deepEqual(await next.find(), { ...draft, at: 1000, others: 0 });
    next.adopt();
    next.clear();
    next.end();
    await settled();
    assert.equal(await open(kept, shared, 3000).find(), null);
  });

  test(`${kind}: two open tabs keep their own words, and neither takes the other's`, async () => {
    const [kept, shared] = [storage(), made()];
    const [one, two] = [open(kept, shared), open(kept, shared)];
    one.keep(said('甲'));
    one.flush();
    assert.equal(await two.find(), null);
    two.keep(said('乙'));
    two.flush();
    two.clear();
    assert.equal(Object.keys(kept).filter(name => name.startsWith('gac.draft.')).length, 1);
    two.end();
    one.end();
    await settled();
    assert.equal(titles(await open(kept, shared).find()), '甲');
  });

  test(`${kind}: of several left behind the newest is offered, the others wait for the next page`, async () => {
    const [kept, shared] = [storage(), made()];
    for (const [title, at] of [['旧', 1000], ['新', 2000]]) {
      const store = open(kept, shared, at);
      store.keep(said(title));
      store.end();
    }
    await settled();
    const next = open(kept, shared, 3000);
    const found = await next.find();
    assert.deepEqual([titles(found), found.others], ['新', 1]);
    next.adopt();
    assert.equal(Object.keys(kept).filter(name => name.startsWith('gac.draft.')).length, 2);
    next.keep(said('新'));
    next.flush();
    assert.equal(titles(await next.find()), '旧');
  });

  test(`${kind}: another post does not see it, and a first save takes it along`, async () => {
    const [kept, shared] = [storage(), made()];
    const store = open(kept, shared, 1, 'p.new');
    store.keep(() => draft);
    store.flush();
    assert.equal(await open(kept, shared, 1, 'p.2').find(), null);
    store.rename('p.2');
    store.end();
    await settled();
    assert.equal((await open(kept, shared, 1, 'p.2').find()).base, '7');
  });
}

test('a page that ended without a word is taken over when its lease has run out', async () => {
  const kept = storage();
  const lost = new Store({ storage: kept, key: 'p.1', clock: () => 0 });
  lost.keep(draft);
  lost.flush();
  assert.equal(await new Store({ storage: kept, key: 'p.1', clock: () => 60_000 }).find(), null);
  assert.equal((await new Store({ storage: kept, key: 'p.1', clock: () => 200_000 }).find()).base, '7');
  lost.end();
});

test('what an earlier version kept for all tabs together is found too', async () => {
  const kept = storage({ 'gac.draft.p.1': JSON.stringify({ ...draft, at: 5 }) });
  assert.equal((await new Store({ storage: kept, key: 'p.1', locks: locks(), clock: () => 6 }).find()).base, '7');
});

test('drafts nobody came back for are forgotten after thirty days, broken ones at once', async () => {
  const kept = storage({ 'gac.draft.p.1': JSON.stringify({ ...draft, at: 0 }), 'gac.draft.p.2': '{' });
  const store = new Store({ storage: kept, key: 'p.2', locks: locks(), clock: () => 31 * day });
  assert.equal(await store.find(), null);
  assert.deepEqual(Object.keys(kept), []);
});

test('a full storage goes without the origin first, and is then reported, not thrown', () => {
  const kept = storage();
  let full = 0;
  const store = room => new Store({
    storage: { getItem: kept.getItem, removeItem: kept.removeItem, setItem: (name, value) => { if (value.length > room) throw new Error('quota'); kept.setItem(name, value); } },
    key: 'p.1', locks: locks(), onFull: () => full++,
  });
  const long = { ...draft, origin: [{ key: 'a', contentHtml: '旧'.repeat(500) }] };
  const roomy = store(300);
  roomy.keep(long);
  roomy.flush();
  assert.equal(full, 0);
  assert.equal(JSON.parse(kept.getItem(roomy.name)).origin, undefined);
  const narrow = store(5);
  narrow.keep(long);
  narrow.flush();
  assert.equal(full, 1);
});

test('the working copy remembers what its words were written over, also after the server replaced it', () => {
  const kept = [];
  const bodies = { a: '<p>一</p>' };
  const copy = new WorkingCopy({ store: { keep: make => kept.push(make()), clear: () => {} }, body: key => bodies[key], current: () => 'a' });
  copy.track({ base: 'h1', articles: [{ key: 'a', title: '题' }] });
  bodies.a = '<p>一二</p>';
  copy.touch();
  assert.deepEqual([kept[0].base, kept[0].origin[0].contentHtml, kept[0].articles[0].contentHtml], ['h1', '<p>一</p>', '<p>一二</p>']);
  copy.saved(copy.sequence, 'h2');
  bodies.a = '<p>一二三</p>';
  copy.touch();
  assert.deepEqual([kept[1].base, kept[1].origin[0].contentHtml], ['h2', '<p>一二</p>']);
});
