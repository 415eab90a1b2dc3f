// The platform drops classes and style sheets: what an article looks like travels in style attributes. The table of what looks how is one
// file, shared with the server; from it come the styles of the stored text and the style sheet of the writing surface.
import table from '../../../../../Console.Infrastructure/Text/dress.json' with { type: 'json' };

export const TONES = table.tones;
export const HIGHLIGHT = table.highlight;
export const LINE = table.line;
export const GAP = table.gap;

const MARGIN = 'margin';

// A browser rewrites a style it is given ("#c00" becomes "rgb(204, 0, 0)"); what a person chose is therefore carried beside it, as written.
const CHOSEN = { 'data-color': 'color', 'data-mark': 'background-color', 'data-line': 'line-height', 'data-gap': MARGIN };
const NAMES = ['data-block', 'data-columns', 'data-tone', 'data-look', ...Object.keys(CHOSEN)];

/** @returns {Map<string, string>} declarations by property, the last of each */
export function readStyle(text) {
  const style = new Map();
  for (const part of (text ?? '').split(';')) {
    const colon = part.indexOf(':');
    if (colon < 1) continue;
    const property = part.slice(0, colon).trim().toLowerCase();
    style.delete(property);
    style.set(property, part.slice(colon + 1).trim().replace(/\s+/g, ' '));
  }
  return style;
}

const RULES = table.rules.map(([selector, style]) => ({ selector, style: readStyle(style) }));
const MARKS = table.marks.map(([tag, block, style]) => ({ tag, block, style: [...readStyle(style)][0] }));

const writeStyle = style => [...style].map(([property, value]) => `${property}: ${value}`).join('; ');

function baseOf(element) {
  const base = new Map();
  for (const { selector, style } of RULES) {
    if (!element.matches(selector)) continue;
    for (const [property, value] of style) {
      base.delete(property);
      base.set(property, value);
    }
  }
  return base;
}

/** The same rules for the surface, where the blocks still carry their names. */
export function surfaceSheet(root) {
  const ofGallery = ({ selector }) => selector.includes('gallery');
  return RULES.filter(rule => !ofGallery(rule))
    .map(({ selector, style }) => `${selector.split(', ').map(one => `${root} ${one}`).join(', ')} { ${writeStyle(style)} }`)
    .join('\n');
}

/** Gives every element under `root` its look and takes the names of the blocks away. Doing it twice changes nothing. */
export function dress(root) {
  for (const gallery of root.querySelectorAll('section[data-block=gallery]')) layGallery(gallery);
  unwrapSingleParagraphs(root);
  const bases = [...root.querySelectorAll('*')].map(element => [element, baseOf(element)]);
  for (const [element, base] of bases) {
    const own = readStyle(element.getAttribute('data-look') ?? element.getAttribute('style'));
    for (const [name, property] of Object.entries(CHOSEN)) if (element.hasAttribute(name)) own.set(property, element.getAttribute(name));
    for (const property of own.keys()) base.delete(property);
    const style = writeStyle([...base, ...own]);
    if (style) element.setAttribute('style', style);
    for (const name of NAMES) element.removeAttribute(name);
  }
}

/** Takes the look away again, so that only what a person chose remains, and gives the blocks their names back. */
export function undress(root) {
  for (const { tag, block, style: [property, value] } of MARKS)
    for (const element of root.querySelectorAll(`${tag}[style]`))
      if (readStyle(element.getAttribute('style')).get(property) === value) element.setAttribute('data-block', block);
  const bases = [...root.querySelectorAll('[style]')].map(element => [element, baseOf(element)]);
  for (const [element, base] of bases) {
    const own = readStyle(element.getAttribute('style'));
    for (const [property, value] of base) if (own.get(property) === value) own.delete(property);
    if (own.size > 0) element.setAttribute('style', writeStyle(own));
    else element.removeAttribute('style');
  }
  for (const gallery of root.querySelectorAll('table[data-block=gallery]')) liftGallery(gallery);
}

/** One plain paragraph in a cell or an item says no more than its text does, and costs characters. */
function unwrapSingleParagraphs(root) {
  for (const paragraph of root.querySelectorAll('li > p, td > p, th > p')) {
    const alone = paragraph.parentElement.childNodes.length === 1 || (paragraph.parentElement.tagName === 'LI' && !paragraph.previousSibling && /^[UO]L$/.test(paragraph.nextSibling?.nodeName ?? ''));
    if (alone && !paragraph.hasAttributes()) paragraph.replaceWith(...paragraph.childNodes);
  }
}

/** The platform shows columns reliably as a table. */
function layGallery(section) {
  const document = section.ownerDocument;
  const pictures = [...section.children].filter(child => child.tagName === 'FIGURE');
  if (pictures.length === 0) return section.remove();
  const columns = section.getAttribute('data-columns') === '3' ? 3 : 2;
  const body = document.createElement('tbody');
  for (let at = 0; at < pictures.length; at += columns) {
    const row = document.createElement('tr');
    for (let column = 0; column < columns; column++) {
      const cell = document.createElement('td');
      if (pictures[at + column]) cell.append(pictures[at + column]);
      row.append(cell);
    }
    body.append(row);
  }
  const table = document.createElement('table');
  table.setAttribute('data-block', 'gallery');
  table.append(body);
  section.replaceWith(table);
}

function liftGallery(table) {
  const section = table.ownerDocument.createElement('section');
  section.setAttribute('data-block', 'gallery');
  section.setAttribute('data-columns', String(table.querySelector('tr')?.children.length ?? 2));
  section.append(...table.querySelectorAll('figure, img:not(figure img)'));
  table.replaceWith(section);
}

/** What spacing a style names; null where it is the usual one. */
export function presetOf(presets, value) {
  return Object.keys(presets).find(name => presets[name] === value) ?? null;
}

export const gapMargin = gap => (GAP[gap] === '0' ? '0' : `0 0 ${GAP[gap]}`);

export function gapOf(style) {
  const margin = readStyle(style).get(MARGIN);
  if (margin === undefined) return null;
  return presetOf(GAP, margin === '0' ? '0' : margin.replace(/^0 0 /, ''));
}
