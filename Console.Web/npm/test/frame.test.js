import assert from 'node:assert/strict';
import { test } from 'node:test';
import { largest, moved, outputSize, scaled } from '../src/cropper/frame.js';

const picture = { width: 1000, height: 1000 };

test('the largest frame has the ratio and is centred', () => {
  const frame = largest(1000, 1000, 2.35);
  assert.equal(frame.width, 1000);
  assert.ok(Math.abs(frame.width / frame.height - 2.35) < 1e-9);
  assert.ok(Math.abs(frame.y - (1000 - frame.height) / 2) < 1e-9);
  assert.equal(largest(4000, 100, 2.35).height, 100);
});

test('a frame never leaves the picture', () => {
  const frame = scaled(largest(1000, 1000, 2.35), picture, 2.35, 0.5);
  assert.equal(moved(frame, picture, -9999, -9999).x, 0);
  const far = moved(frame, picture, 9999, 9999);
  assert.equal(far.x + far.width, 1000);
  assert.equal(far.y + far.height, 1000);
  const grown = scaled(far, picture, 2.35, 5);
  assert.equal(grown.width, 1000);
  assert.equal(grown.x, 0);
});

test('the result is as large as the cut, up to what the platform shows', () => {
  assert.deepEqual(outputSize({ width: 2350, height: 1000 }, 2.35, 1080), { width: 1080, height: 460 });
  assert.deepEqual(outputSize({ width: 235, height: 100 }, 2.35, 1080), { width: 235, height: 100 });
});
