// Text without formats: rows of a sheet, Markdown, and what is too long for either.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesIn, looksLikeMarkdown, looksTabbed, MOST_LINES, rowsOf, tableOf } from '../src/editor/paste/plain-text.js';

test('rows of a sheet are seen by their tabs, in every row as many', () => {
  assert.ok(looksTabbed('路段\t时间\n滨江大道\t22:00\n'));
  assert.ok(looksTabbed('一行\t也是'));
  assert.ok(!looksTabbed('　　各位市民：\n\t请注意。\n'));
  assert.ok(!looksTabbed('没有'));
});

test('cells in quotes keep their tabs, line breaks and quotes; empty rows at the end go', () => {
  assert.deepEqual(rowsOf('地点\t说明\r\n"东门\n一楼"\t"他说""好"""\r\n\t\r\n'), [['地点', '说明'], ['东门\n一楼', '他说"好"']]);
  assert.deepEqual(rowsOf('5"\t6"'), [['5"', '6"']]);
  assert.deepEqual(rowsOf('"没有结尾\t甲'), [['"没有结尾', '甲']]);
});

test('a table says every cell and nothing can be smuggled in', () => {
  assert.equal(tableOf([['甲', '<img src=x onerror=x()>'], ['一\n二', '']]),
    '<table><tbody><tr><td><p>甲</p></td><td><p>&lt;img src=x onerror=x()&gt;</p></td></tr><tr><td><p>一</p><p>二</p></td><td><p></p></td></tr></tbody></table>');
});

const markdown = ['# 停水通知\n\n今晚 **22:00** 起。', '- 带身份证\n- 带户口本', '看[上期](https://mp.weixin.qq.com/s/a)。', '时间|地点\n---|---\n九点|一楼', '> 市民问\n\n1. 先预约\n2. 再来'];
for (const text of markdown) test(`Markdown: ${text.slice(0, 12).replaceAll('\n', ' ')}`, () => assert.ok(looksLikeMarkdown(text)));

const plain = ['今晚22:00起停水。\n请提前储水。', '1. 先预约\n2. 再来', '第一条 2024-11-24 - 2024-11-26', '咨询电话：12345 # 按 1', '*注：以上时间如有变动另行通知。', '温度 -3℃，风力 4-5 级', '---'];
for (const text of plain) test(`not Markdown: ${text.slice(0, 12).replaceAll('\n', ' ')}`, () => assert.ok(!looksLikeMarkdown(text)));

test('long texts are counted and looked at in no time', () => {
  const rows = '路段\t时间\t原因\n'.repeat(10_000);
  const started = performance.now();
  assert.equal(linesIn(rows), 10_000);
  assert.ok(looksTabbed(rows) && MOST_LINES < 10_000);
  assert.ok(!looksLikeMarkdown('*'.repeat(59_000)) && !looksLikeMarkdown('['.repeat(59_000)) && !looksLikeMarkdown('- '.repeat(29_000)));
  looksTabbed(`${'"'.repeat(19_000)}\t甲`);
  looksTabbed(`${'"a'.repeat(9_000)}\t甲`);
  assert.ok(performance.now() - started < 3_000);
});
