// Blocks: loose text becomes paragraphs, boxes give way, lists and tables are built anew.
import { ELEMENT, TEXT } from './nodes.js';

const BLOCKS = new Set(['P', 'H2', 'H3', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'TABLE', 'TBODY', 'TR', 'TD', 'TH', 'HR', 'FIGURE', 'SECTION']);

/** Copies blocks as blocks; loose text and the insides of boxes become paragraphs. */
export function gather(source, target, align = null) {
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
  if (tag === 'FIGURE') return rebuiltFigure(block);
  if (tag === 'SECTION') return rebuiltSection(block);
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

function rebuiltFigure(figure) {
  const caption = figure.querySelector('figcaption')?.textContent.trim();
  const plain = figure.ownerDocument.createElement('figure');
  plain.append(figure.querySelector('img'));
  if (caption) plain.append(Object.assign(figure.ownerDocument.createElement('figcaption'), { textContent: caption }));
  return plain;
}

/** A box of ours with its paragraphs, or a gallery with its pictures. */
function rebuiltSection(section) {
  const plain = section.cloneNode(false);
  if (plain.getAttribute('data-block') === 'gallery')
    plain.append(...[...section.querySelectorAll('img')].map(image => image.closest('figure') ?? image).map(part => (part.tagName.toUpperCase() === 'FIGURE' ? rebuiltFigure(part) : part)));
  else gather(section, plain);
  return plain;
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
