// What was copied here: from an editor of the console, or from a text of the console that is shown somewhere. Its boxes, galleries, captions,
// colours and spacing are our own vocabulary and come along; everything is still built anew, and the server cleans it once more.
import { CALLOUTS } from '../blocks/callout.js';
import { GAP, gapMargin, gapOf, HIGHLIGHT, LINE, presetOf, readStyle, TONES, undress } from '../blocks/dress.js';
import { miniProgramFault } from '../blocks/mini-program.js';
import { ELEMENT } from './nodes.js';

const BLOCKS = new Set([...CALLOUTS, 'gallery']);
const DRESSED = /border-left:\s*4px solid|border-spacing:\s*4px/i;
// The same bounds as the server's: a size, a word or a colour, nothing that could load or hide.
const PLAIN = /^(?!.*(?:^|[\s,(])-)[a-zA-Z0-9#%., ()-]{1,120}$/;
const FUNCTION = /([a-zA-Z-]*)\(/g;
const HEX = /^#[0-9a-f]{3,8}$/i;
const MOST_DRESSED = 5000;

/** Gives the blocks of our own vocabulary their names and takes such names away where they mean nothing. Says whether the text is ours. */
export function readOwn(body, html) {
  const fromEditor = body.querySelector('[data-pm-slice]') !== null;
  const dressed = !fromEditor && DRESSED.test(html) && body.querySelectorAll('[style]').length <= MOST_DRESSED;
  if (dressed) {
    for (const element of body.querySelectorAll('[style]')) element.setAttribute('style', asWritten(element.getAttribute('style')));
    undress(body);
  }
  let known = false;
  for (const element of body.querySelectorAll('[data-block]')) {
    if ((fromEditor || dressed) && element.tagName.toUpperCase() === 'SECTION' && BLOCKS.has(element.getAttribute('data-block'))) known = true;
    else element.removeAttribute('data-block');
  }
  return fromEditor || known;
}

/** Colours and lengths as our table writes them; browsers hand them out in their own spelling. */
export function asWritten(style) {
  return style
    .replace(/rgb\(\s*(\d+),\s*(\d+),\s*(\d+)\s*\)/gi, (_, ...parts) => `#${parts.slice(0, 3).map(part => Number(part).toString(16).padStart(2, '0')).join('')}`)
    .replace(/(^|[\s:])0(px|em|cm|pt)(?![\w.])/gi, '$10')
    .replace(/border-spacing:\s*4px 4px/i, 'border-spacing: 4px');
}

/** The styles of a paragraph that say something here: distance of lines and paragraphs. */
export function ownSpacing(element) {
  const style = asWritten(element.getAttribute('style') ?? '');
  const line = presetOf(LINE, element.getAttribute('data-line') ?? readStyle(style).get('line-height'));
  const gap = gapOf(`margin: ${element.getAttribute('data-gap') ?? readStyle(style).get('margin') ?? ''}`);
  return [line && `line-height: ${LINE[line]}`, gap && GAP[gap] && `margin: ${gapMargin(gap)}`].filter(Boolean);
}

/** The colours of a run of words that say something here. */
export function ownColours(element) {
  const style = readStyle(asWritten(element.getAttribute('style') ?? ''));
  const color = element.getAttribute('data-color') ?? style.get('color');
  const mark = element.getAttribute('data-mark') ?? style.get('background-color');
  // A colour that came from elsewhere and was kept is kept again.
  const kept = presetOf(TONES, color) || HEX.test(element.getAttribute('data-color') ?? '');
  return [kept && `color: ${color}`, mark === HIGHLIGHT && `background-color: ${HIGHLIGHT}`].filter(Boolean);
}

/** What a section stands for: a box of ours, a gallery, a box with looks of its own; null for one that only holds things together. */
export function ownSection(element, own) {
  if (!own) return null;
  const block = element.getAttribute('data-block');
  if (block) return { 'data-block': block, ...(element.getAttribute('data-columns') === '3' ? { 'data-columns': '3' } : {}) };
  const look = [...readStyle(element.getAttribute('data-look'))].filter(([, value]) => isPlain(value)).map(([property, value]) => `${property}: ${value}`);
  return look.length > 0 ? { style: look.join('; ') } : null;
}

const isPlain = value => PLAIN.test(value) && [...value.matchAll(FUNCTION)].every(([, name]) => /^(rgb|hsl)a?$/i.test(name));

/** A picture with its caption is one thing, wherever it comes from, as long as its picture comes along. */
export const isFigure = element => element.querySelectorAll('img').length === 1;

/** The page of a mini program that words open, or null. */
export function ownMiniProgram(element) {
  const [appId, path] = [element.getAttribute('data-miniprogram-appid') ?? '', element.getAttribute('data-miniprogram-path') ?? ''];
  return appId && miniProgramFault(appId, path) === null ? { href: '', 'data-miniprogram-appid': appId, 'data-miniprogram-path': path } : null;
}

/** The depth at which the copy was cut, so that a few words out of a box do not bring the box along, and all of it does. */
export function ownCut(body) {
  const cut = body.querySelector('[data-pm-slice]')?.getAttribute('data-pm-slice') ?? '';
  const [, from, to, around] = /^(\d{1,2}) (\d{1,2}) (\[.{0,500}\])$/.exec(cut) ?? [];
  if (!around) return null;
  try {
    const context = JSON.parse(around);
    const box = context.findIndex((name, at) => at % 2 === 0 && name === 'callout');
    // Only a box of ours may stand around; lists and tables close by themselves.
    const kept = context.length === 2 && box === 0 && CALLOUTS.includes(context[1]?.kind) ? ['callout', { kind: context[1].kind }] : [];
    return context.length === 0 || kept.length > 0 ? `${from} ${to} ${JSON.stringify(kept)}` : null;
  } catch {
    return null;
  }
}

export const firstElement = node => [...node.childNodes].find(child => child.nodeType === ELEMENT) ?? null;
