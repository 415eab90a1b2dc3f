import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedLink, completedLink } from '../src/shared/links.js';

test('links are allowed by scheme only', () => {
  for (const good of ['https://a.gov.cn/x', 'http://a.gov.cn', 'tel:12345', 'mailto:a@b.gov.cn']) assert.equal(allowedLink(good), true, good);
  for (const bad of ['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'vbscript:x', '/posts/1', 'file:///c:/x', '']) assert.equal(allowedLink(bad), false, bad);
});

test('a typed address gets its scheme', () => {
  assert.equal(completedLink('mp.weixin.qq.com/s/abc'), 'https://mp.weixin.qq.com/s/abc');
  assert.equal(completedLink('https://a.cn'), 'https://a.cn');
  assert.equal(completedLink('javascript:alert(1)'), null);
  assert.equal(completedLink('你好'), null);
});
