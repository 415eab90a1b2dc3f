// WCAG 2.2, 1.4.3: every colour the editor offers can be read on every ground it offers, on the phone and on the writing surface.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const table = JSON.parse(readFileSync(new URL('../../../Console.Infrastructure/Text/dress.json', import.meta.url)));
const tokens = readFileSync(new URL('../../wwwroot/css/tokens.css', import.meta.url), 'utf8');
const ENOUGH = 4.5;

function luminance(color) {
  const digits = color.slice(1).length === 3 ? [...color.slice(1)].map(digit => digit + digit).join('') : color.slice(1);
  const [r, g, b] = [0, 2, 4].map(at => parseInt(digits.slice(at, at + 2), 16) / 255).map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const all = (property, pattern) => table.rules.flatMap(([selector, style]) => [...style.matchAll(pattern)].map(match => [`${selector} ${property}`, match[1]]));
const inks = [['text of the phone', '#191919'], ['links of the phone', '#576B95'], ...Object.entries(table.tones), ...all('ink', /(?:^|; )color: (#[0-9a-f]{3,6})/g)];
const grounds = [['paper', '#ffffff'], ['marker', table.highlight], ...all('ground', /background-color: (#[0-9a-f]{3,6})/g)];

test('contrast is computed as the standard says', () => {
  assert.equal(contrast('#000000', '#fff'), 21);
  assert.ok(Math.abs(contrast('#767676', '#ffffff') - 4.54) < 0.01);
});

test('colours on the grounds of the stored text', () => {
  assert.ok(grounds.length >= 8 && inks.length >= 9);
  const low = inks.flatMap(([ink, color]) => grounds.map(([ground, back]) => [ink, ground, contrast(color, back)])).filter(([, , ratio]) => ratio < ENOUGH);
  assert.deepEqual(low, []);
});

test('the same in the dark, where the surface has colours of its own', () => {
  const dark = /\.gac-dark \{([\s\S]*?)\n\}/.exec(tokens)[1];
  const of = name => new RegExp(`--gac-${name}: (#[0-9A-Fa-f]{6})`).exec(dark)[1];
  const low = ['ink', 'ink2', 'red-t', 'amber-t', 'green-t', 'pri-t']
    .flatMap(ink => ['bg', 'bg3', 'raised', 'pri-b', 'amber-b', 'red-b', 'green-b'].map(ground => [ink, ground, contrast(of(ink), of(ground))]))
    .filter(([, , ratio]) => ratio < ENOUGH);
  assert.deepEqual(low, []);
});
