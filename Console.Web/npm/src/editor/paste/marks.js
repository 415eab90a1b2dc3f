// One element: its plain name, its emphasis as elements, only the attributes that mean something.
import { allowedLink } from '../../shared/links.js';
import { INERT } from '../handlers.js';
import { unwrap } from './nodes.js';
import { isFigure, ownColours, ownMiniProgram, ownSection, ownSpacing } from './own.js';

const HEADINGS = { H1: 'h2', H2: 'h2', H3: 'h3', H4: 'h3', H5: 'h3', H6: 'h3' };
const RENAMED = { B: 'strong', I: 'em', DEL: 's', STRIKE: 's', INS: 'u', ...HEADINGS };
const KEPT = new Set(['P', 'H2', 'H3', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'TABLE', 'TBODY', 'TR', 'TD', 'TH', 'IMG', 'A', 'STRONG', 'EM', 'U', 'S', 'BR', 'HR', 'FIGURE', 'FIGCAPTION', 'SECTION']);
const PARAGRAPH_LIKE = new Set(['DIV', 'SECTION', 'ARTICLE', 'MAIN', 'ASIDE', 'HEADER', 'FOOTER', 'CENTER', 'FIGURE', 'FIGCAPTION', 'ADDRESS', 'PRE', 'DL', 'DT', 'DD', 'DETAILS', 'SUMMARY', 'FIELDSET', 'CAPTION']);

/** Renames, unwraps and strips one element and everything in it, from the inside out. */
export function simplify(element, report, own = false) {
  for (const child of [...element.children]) simplify(child, report, own);
  const tag = element.tagName.toUpperCase();
  const style = element.getAttribute('style') ?? '';
  const align = alignment(element, style);

  if (tag === 'SPAN' || tag === 'FONT' || tag === 'LABEL') {
    if (element.attributes.length > 0) report.formats++;
    unwrap(emphasise(element, style, own));
    return;
  }
  const box = tag === 'SECTION' ? ownSection(element, own) : null;
  const spacing = own && tag === 'P' ? ownSpacing(element) : [];
  const name = nameOf(element, tag, box);
  const target = name.toUpperCase();
  if (target !== 'DIV' && !KEPT.has(target)) {
    if (target !== 'THEAD' && target !== 'TFOOT') report.formats++;
    if (target === 'COL' || target === 'COLGROUP') element.remove();
    else unwrap(element);
    return;
  }
  if ((target === 'STRONG' || target === 'EM') && /font-(weight|style)\s*:\s*(normal|400)/i.test(style)) {
    report.formats++;
    unwrap(element);
    return;
  }
  const renamed = strip(element, name, report);
  if (renamed === null) return;
  for (const [attribute, value] of Object.entries(box ?? {})) renamed.setAttribute(attribute, value);
  const styles = [...(align && /^(P|H2|H3|DIV)$/.test(target) ? [`text-align: ${align}`] : []), ...spacing];
  if (styles.length > 0) renamed.setAttribute('style', styles.join('; '));
  if (align && /^(TD|TH)$/.test(target)) renamed.setAttribute('data-align', align);
}

function nameOf(element, tag, box) {
  if (box) return 'section';
  if (tag === 'FIGURE' && isFigure(element)) return 'figure';
  if (tag === 'FIGCAPTION' && element.closest('figure') && isFigure(element.closest('figure'))) return 'figcaption';
  return RENAMED[tag] ?? (PARAGRAPH_LIKE.has(tag) ? 'div' : tag.toLowerCase());
}

function alignment(element, style) {
  const value = (/(?:^|[;\s])text-align\s*:\s*(center|right)/i.exec(style)?.[1] ?? element.getAttribute('align') ?? '').toLowerCase();
  if (element.tagName.toUpperCase() === 'CENTER') return 'center';
  return value === 'center' || value === 'right' ? value : null;
}

/** Bold, italic and underline written as styles become elements, because the styles go. */
function emphasise(element, style, own) {
  const marks = [];
  if (/font-weight\s*:\s*(bold|bolder|[6-9]00)/i.test(style)) marks.push('strong');
  if (/font-style\s*:\s*italic/i.test(style)) marks.push('em');
  if (/text-decoration(-line)?\s*:[^;]*underline/i.test(style)) marks.push('u');
  if (!element.textContent.trim()) return element;
  for (const mark of marks) wrap(element, mark);
  if (own) for (const colour of ownColours(element)) wrap(element, 'span').setAttribute('style', colour);
  return element;
}

function wrap(element, name) {
  const wrapper = element.ownerDocument.createElement(name);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
  return wrapper;
}

/** Gives the element its plain name and only the attributes that mean something; null when a link had to go. */
function strip(element, name, report) {
  const kept = {};
  let dropped = 0;
  for (const { name: attribute, value } of [...element.attributes]) {
    const key = attribute.toLowerCase();
    if (key.startsWith('on') || key.startsWith(`${INERT}on`)) report.dangerous++;
    if (name === 'img' && ['src', 'alt', 'data-embedded', 'data-local'].includes(key)) kept[key] = value;
    else if ((name === 'td' || name === 'th') && (key === 'colspan' || key === 'rowspan') && /^[2-9]$|^\d\d$/.test(value)) kept[key] = value;
    else if (name === 'ol' && key === 'start' && /^\d{1,3}$/.test(value)) kept[key] = value;
    else if (name === 'a' && key === 'href') kept[key] = value.trim();
    else dropped++;
  }
  if (dropped > 0) report.formats++;
  const program = name === 'a' ? ownMiniProgram(element) : null;
  if (program) Object.assign(kept, program);
  else if (name === 'a' && !allowedLink(kept.href ?? '')) {
    if (kept.href && !kept.href.startsWith('#')) {
      if (/^\s*(javascript|vbscript|data):/i.test(kept.href)) report.dangerous++;
      else report.links++;
    }
    unwrap(element);
    return null;
  }
  const plain = element.ownerDocument.createElement(name);
  for (const [key, value] of Object.entries(kept)) plain.setAttribute(key, value);
  plain.append(...element.childNodes);
  element.replaceWith(plain);
  return plain;
}
