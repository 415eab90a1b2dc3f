// Turns what Word, WPS, Excel and web pages put on the clipboard into the few elements a post consists of.
// Pure: it gets a parser and gives back HTML and an account of what was left behind, so that the person can be told.
import { readWordLists } from './word-lists.js';
import { allowedLink } from '../shared/links.js';
import { INERT } from './handlers.js';

const REMOVED = 'script,style,meta,link,title,base,xml,iframe,frame,frameset,object,embed,applet,noscript,template,svg,math,canvas,' +
  'audio,video,source,track,form,input,select,textarea,button,option,dialog';
const DANGEROUS = new Set(['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'APPLET', 'SVG', 'FORM', 'FRAME', 'FRAMESET']);
const HEADINGS = { H1: 'h2', H2: 'h2', H3: 'h3', H4: 'h3', H5: 'h3', H6: 'h3' };
const RENAMED = { B: 'strong', I: 'em', DEL: 's', STRIKE: 's', INS: 'u', ...HEADINGS };
const KEPT = new Set(['P', 'H2', 'H3', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'TABLE', 'TBODY', 'TR', 'TD', 'TH', 'IMG', 'A', 'STRONG', 'EM', 'U', 'S', 'BR', 'HR']);
const BLOCKS = new Set(['P', 'H2', 'H3', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'TABLE', 'TBODY', 'TR', 'TD', 'TH', 'HR']);
const PARAGRAPH_LIKE = new Set(['DIV', 'SECTION', 'ARTICLE', 'MAIN', 'ASIDE', 'HEADER', 'FOOTER', 'CENTER', 'FIGURE', 'FIGCAPTION', 'ADDRESS', 'PRE', 'DL', 'DT', 'DD', 'DETAILS', 'SUMMARY', 'FIELDSET', 'CAPTION']);
const ELEMENT = 1;
const TEXT = 3;
const COMMENT = 8;

/**
 * @param {string} html what the clipboard holds as text/html
 * @param {{parse: (html: string) => Document, isOwnPicture: (src: string) => boolean}} tools
 * @returns {{html: string, embedded: string[], report: object}} `embedded` are the data: addresses of pictures that travelled inside
 *   the text; in the HTML each stands as <img data-embedded="n">.
 */
export function cleanPaste(html, { parse, isOwnPicture }) {
  const report = { formats: 0, comments: 0, empties: 0, indents: 0, dangerous: 0, links: 0, localPictures: 0, pictures: [] };
  const embedded = [];
  const document = parse(fragmentOf(html));
  const body = document.body;

  dropComments(body, report);
  readWordLists(body, report);
  dropElements(body, report);
  takePictures(body, report, embedded, isOwnPicture);
  for (const child of [...body.children]) simplify(child, report);
  const out = document.createElement('div');
  gather(body, out);
  tidy(out, report);
  return { html: out.innerHTML, embedded, report };
}

/** Browsers mark the copied part inside the page around it. */
function fragmentOf(html) {
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  if (start < 0 || end < start) return html;
  // Rows copied from a sheet come without their table, which stands before the mark; the whole text then has to be read.
  const fragment = html.slice(start + 20, end);
  return /^\s*<(tr|td|th|tbody|col)\b/i.test(fragment) ? html : fragment;
}

function walk(node, visit) {
  for (const child of [...node.childNodes]) {
    visit(child);
    if (child.parentNode) walk(child, visit);
  }
}

function dropComments(body, report) {
  walk(body, node => {
    if (node.nodeType !== COMMENT) return;
    report.comments++;
    node.remove();
  });
}

function dropElements(body, report) {
  for (const element of body.querySelectorAll(REMOVED)) {
    if (DANGEROUS.has(element.tagName.toUpperCase())) report.dangerous++;
    else report.formats++;
    element.remove();
  }
  for (const element of body.querySelectorAll('[style]')) {
    const style = element.getAttribute('style');
    if (/display\s*:\s*none|mso-hide\s*:\s*all/i.test(style)) {
      report.formats++;
      element.remove();
    }
  }
}

function takePictures(body, report, embedded, isOwnPicture) {
  for (const image of body.querySelectorAll('img')) {
    const src = (image.getAttribute('src') || image.getAttribute('data-src') || '').trim();
    if (isOwnPicture(src)) {
      image.setAttribute('src', src);
    } else if (/^data:image\/(png|jpe?g|gif|webp|bmp);base64,/i.test(src)) {
      image.removeAttribute('src');
      image.setAttribute('data-embedded', String(embedded.push(src) - 1));
    } else if (/^file:/i.test(src)) {
      // Word names a file on the person's own disk; the picture itself may be in the RTF beside it.
      image.removeAttribute('src');
      image.setAttribute('data-local', String(report.localPictures++));
    } else {
      if (src && isOnePixel(image)) report.formats++;
      else if (src) report.pictures.push(src.slice(0, 200));
      image.remove();
    }
  }
}

const isOnePixel = image => image.getAttribute('width') === '1' || image.getAttribute('height') === '1';

/** Renames, unwraps and strips one element and everything in it, from the inside out. */
function simplify(element, report) {
  for (const child of [...element.children]) simplify(child, report);
  const tag = element.tagName.toUpperCase();
  const style = element.getAttribute('style') ?? '';
  const align = alignment(element, style);

  if (tag === 'SPAN' || tag === 'FONT' || tag === 'LABEL') {
    if (element.attributes.length > 0) report.formats++;
    unwrap(emphasise(element, style));
    return;
  }
  const name = RENAMED[tag] ?? (PARAGRAPH_LIKE.has(tag) ? 'div' : tag.toLowerCase());
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
  if (align && /^(P|H2|H3|DIV)$/.test(target)) renamed.setAttribute('style', `text-align: ${align}`);
  if (align && /^(TD|TH)$/.test(target)) renamed.setAttribute('data-align', align);
}

function alignment(element, style) {
  const value = (/(?:^|[;\s])text-align\s*:\s*(center|right)/i.exec(style)?.[1] ?? element.getAttribute('align') ?? '').toLowerCase();
  if (element.tagName.toUpperCase() === 'CENTER') return 'center';
  return value === 'center' || value === 'right' ? value : null;
}

/** Bold, italic and underline written as styles become elements, because the styles go. */
function emphasise(element, style) {
  const marks = [];
  if (/font-weight\s*:\s*(bold|bolder|[6-9]00)/i.test(style)) marks.push('strong');
  if (/font-style\s*:\s*italic/i.test(style)) marks.push('em');
  if (/text-decoration(-line)?\s*:[^;]*underline/i.test(style)) marks.push('u');
  if (!element.textContent.trim()) return element;
  for (const mark of marks) {
    const wrapper = element.ownerDocument.createElement(mark);
    wrapper.append(...element.childNodes);
    element.append(wrapper);
  }
  return element;
}

function unwrap(element) {
  element.replaceWith(...element.childNodes);
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
  if (name === 'a' && !allowedLink(kept.href ?? '')) {
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

/** Copies blocks as blocks; loose text and the insides of boxes become paragraphs. */
function gather(source, target, align = null) {
  let paragraph = null;
  const document = target.ownerDocument;
  for (const node of [...source.childNodes]) {
    const tag = node.nodeType === ELEMENT ? node.tagName.toUpperCase() : '';
    if (node.nodeType !== ELEMENT && node.nodeType !== TEXT) continue;
    if (tag === 'DIV') {
      paragraph = null;
      gather(node, target, node.getAttribute('style') ?? align);
    } else if (tag === 'TABLE' && isFrame(node)) {
      paragraph = null;
      for (const cell of node.querySelectorAll('td,th')) gather(cell, target, align);
    } else if (BLOCKS.has(tag)) {
      paragraph = null;
      target.append(rebuilt(node, align));
    } else if (tag === 'IMG') {
      paragraph = null;
      target.append(node);
    } else {
      if (paragraph === null) {
        if (node.nodeType === TEXT && !node.data.trim()) continue;
        paragraph = document.createElement('p');
        if (align) paragraph.setAttribute('style', align);
        target.append(paragraph);
      }
      paragraph.append(node);
    }
  }
}

/** A table of one cell only draws a box around text. */
function isFrame(table) {
  return table.querySelectorAll('td,th').length <= 1;
}

function rebuilt(block, align) {
  const document = block.ownerDocument;
  const tag = block.tagName.toUpperCase();
  if (tag === 'TABLE') return rebuiltTable(block);
  if (tag === 'UL' || tag === 'OL') {
    const list = document.createElement(tag.toLowerCase());
    if (block.getAttribute('start')) list.setAttribute('start', block.getAttribute('start'));
    for (const child of [...block.childNodes]) {
      if (child.nodeType === TEXT && !child.data.trim()) continue;
      const childTag = child.nodeType === ELEMENT ? child.tagName.toUpperCase() : '';
      if (childTag === 'UL' || childTag === 'OL') {
        // Word and old pages put an inner list beside its item instead of into it.
        const last = list.lastElementChild ?? list.appendChild(document.createElement('li'));
        last.append(rebuilt(child, null));
        continue;
      }
      const item = document.createElement('li');
      if (childTag === 'LI') gather(child, item);
      else gather(wrapped(document, child), item);
      list.append(item);
    }
    return list;
  }
  if (tag === 'BLOCKQUOTE' || tag === 'LI' || tag === 'TD' || tag === 'TH' || tag === 'TR' || tag === 'TBODY') {
    const box = document.createElement(tag === 'BLOCKQUOTE' ? 'blockquote' : 'p');
    if (tag === 'BLOCKQUOTE') gather(block, box);
    else box.append(...inline(block));
    return box;
  }
  if (align && !block.getAttribute('style') && tag !== 'HR') block.setAttribute('style', align);
  return block;
}

function wrapped(document, node) {
  const box = document.createElement('div');
  box.append(node);
  return box;
}

function inline(block) {
  const nodes = [];
  for (const node of [...block.childNodes]) {
    if (node.nodeType === ELEMENT && BLOCKS.has(node.tagName.toUpperCase())) nodes.push(...inline(node));
    else nodes.push(node);
  }
  return nodes;
}

function rebuiltTable(source) {
  const document = source.ownerDocument;
  const table = document.createElement('table');
  const rows = document.createElement('tbody');
  table.append(rows);
  for (const row of source.querySelectorAll('tr')) {
    if (row.closest('table') !== source) continue;
    const cells = [...row.children].filter(cell => /^T[DH]$/.test(cell.tagName.toUpperCase()));
    if (cells.length === 0) continue;
    const line = document.createElement('tr');
    for (const cell of cells) line.append(rebuiltCell(cell));
    rows.append(line);
  }
  while (rows.lastElementChild && !rows.lastElementChild.textContent.trim() && !rows.lastElementChild.querySelector('img,[rowspan]'))
    rows.lastElementChild.remove();
  return table;
}

function rebuiltCell(cell) {
  const document = cell.ownerDocument;
  const plain = document.createElement(cell.tagName.toLowerCase());
  for (const span of ['colspan', 'rowspan'])
    if (cell.getAttribute(span)) plain.setAttribute(span, cell.getAttribute(span));
  const align = cell.getAttribute('data-align');
  for (const inner of cell.querySelectorAll('table')) inner.replaceWith(...[...inner.querySelectorAll('td,th')].flatMap(x => [...x.childNodes, document.createTextNode(' ')]));
  gather(cell, plain, align ? `text-align: ${align}` : null);
  if (!plain.firstElementChild) plain.append(document.createElement('p'));
  return plain;
}

const INDENT = /^[\s\u00a0\u3000]+/;

/** Whitespace that stood for layout, empty paragraphs and emphasis around nothing. */
function tidy(out, report) {
  walk(out, node => {
    if (node.nodeType === TEXT) node.data = node.data.replace(/\u00a0/g, ' ').replace(/[\r\n\t]+/g, ' ').replace(/ {2,}/g, ' ').replace(/[\u200b\ufeff]/g, '');
  });
  for (const mark of [...out.querySelectorAll('strong,em,u,s,a')].reverse())
    if (!mark.textContent.trim() && !mark.querySelector('img')) unwrap(mark);
  // A heading is bold by itself.
  for (const bold of out.querySelectorAll('h2 strong,h3 strong')) unwrap(bold);
  for (const block of out.querySelectorAll('p,h2,h3')) {
    liftPictures(block);
    if (isEmpty(block)) {
      if (/^(TD|TH|LI)$/.test(block.parentNode?.tagName?.toUpperCase() ?? '') && block.parentNode.children.length === 1) continue;
      report.empties++;
      block.remove();
      continue;
    }
    const first = firstText(block);
    const indent = first ? INDENT.exec(first.data) : null;
    if (indent) {
      if (/[\u3000\u00a0]| {2}/.test(indent[0])) report.indents++;
      first.data = first.data.replace(INDENT, '');
    }
    trimBreaks(block);
  }
  for (const list of [...out.querySelectorAll('ul,ol,blockquote,li')].reverse())
    if (!list.textContent.trim() && !list.querySelector('img')) list.remove();
}

/** Pictures stand between paragraphs, as the platform shows them. */
function liftPictures(block) {
  const images = [...block.querySelectorAll('img')];
  if (images.length > 0) block.after(...images);
}

function isEmpty(block) {
  return !block.textContent.replace(/[\s\u00a0\u3000]/g, '') && !block.querySelector('img');
}

function firstText(block) {
  const walker = block.ownerDocument.createTreeWalker(block, 4);
  return walker.nextNode();
}

function trimBreaks(block) {
  while (block.lastChild?.nodeType === ELEMENT && block.lastChild.tagName.toUpperCase() === 'BR') block.lastChild.remove();
  while (block.firstChild?.nodeType === ELEMENT && block.firstChild.tagName.toUpperCase() === 'BR') block.firstChild.remove();
}
