import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedLink, completedLink, isOfficialSite } from '../src/shared/links.js';

test('in the text only links to articles of the platform are allowed', () => {
  for (const good of ['https://mp.weixin.qq.com/s/abc', 'http://mp.weixin.qq.com/s?__biz=1', ' https://MP.weixin.qq.com/s/abc ']) assert.equal(allowedLink(good), true, good);
  for (const bad of ['https://a.gov.cn/x', 'tel:12345', 'mailto:a@b.gov.cn', 'javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'vbscript:x', '/posts/1', 'file:///c:/x', '',
    'https://mp.weixin.qq.com.evil.cn/s/a', 'https://mp.weixin.qq.com@evil.cn/s/a', 'https://a@mp.weixin.qq.com/s', 'https://mp.weixin.qq.com:8443/s/a', 'https://evil.cn/mp.weixin.qq.com/s'])
    assert.equal(allowedLink(bad), false, bad);
});

test('official sites are government domains and those the department lists', () => {
  assert.equal(isOfficialSite('https://www.linjiang.gov.cn/x'), true);
  assert.equal(isOfficialSite('https://ga.linjiang.cn/', ['linjiang.cn']), true);
  for (const bad of ['https://linjianggov.cn/', 'https://gov.cn.evil.com/', 'https://notlinjiang.cn/', 'javascript:1']) assert.equal(isOfficialSite(bad, ['linjiang.cn']), false, bad);
});

test('a typed address gets its scheme', () => {
  assert.equal(completedLink('mp.weixin.qq.com/s/abc'), 'https://mp.weixin.qq.com/s/abc');
  assert.equal(completedLink('https://a.cn'), 'https://a.cn');
  assert.equal(completedLink('javascript:alert(1)'), null);
  assert.equal(completedLink('你好'), null);
});
