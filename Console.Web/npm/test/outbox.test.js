import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox } from '../src/editor/outbox.js';

test('one at a time, and only the newest of what waits', async () => {
  const sent = [];
  let running = 0;
  const outbox = new Outbox({ send: async message => {
    assert.equal(++running, 1);
    await new Promise(resolve => setImmediate(resolve));
    running--;
    sent.push(message.html);
  } });
  outbox.post({ article: 'a', html: '1' });
  outbox.post({ article: 'a', html: '2' });
  outbox.post({ article: 'a', html: '3' });
  outbox.post({ article: 'b', html: 'x' });
  await outbox.flush();
  assert.deepEqual(sent, ['1', '3', 'x']);
});

test('a long text travels as bytes', async () => {
  let got = null;
  const outbox = new Outbox({ send: async (message, bytes) => (got = { message, bytes }) });
  await outbox.post({ article: 'a', html: '警'.repeat(20_000) });
  assert.equal(got.message.html, null);
  assert.equal(new TextDecoder().decode(got.bytes).length, 20_000);
});

test('after a lost connection the text goes out again', async () => {
  let attempts = 0;
  const events = [];
  const outbox = new Outbox({ send: async () => { if (++attempts < 3) throw new Error('lost'); }, retryAfter: 1, onLost: () => events.push('lost'), onBack: () => events.push('back') });
  await outbox.post({ article: 'a', html: 'x' });
  assert.equal(attempts, 3);
  assert.deepEqual(events, ['lost', 'back']);
});
