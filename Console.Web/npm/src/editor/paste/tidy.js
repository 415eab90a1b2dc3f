// What stood for layout goes at the end: spaces, indents, empty paragraphs, emphasis around nothing.
import { ELEMENT, TEXT, unwrap, walk } from './nodes.js';

const INDENT = /^[\s\u00a0\u3000]+/;

/** Whitespace that stood for layout, empty paragraphs and emphasis around nothing. */
export function tidy(out, report) {
  walk(out, node => {
    if (node.nodeType === TEXT) node.data = node.data.replace(/\u00a0/g, ' ').replace(/[\r\n\t]+/g, ' ').replace(/ {2,}/g, ' ').replace(/[\u200b\ufeff]/g, '');
  });
  for (const mark of [...out.querySelectorAll('strong,em,u,s,a,span')].reverse())
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
  for (const list of [...out.querySelectorAll('ul,ol,blockquote,li,section')].reverse())
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
