// Turns what Word, WPS, Excel and web pages put on the clipboard into the few elements a post consists of.
// Pure: it gets a parser and gives back HTML and an account of what was left behind, so that the person can be told.
import { readWordLists } from './word-lists.js';
import { gather } from './paste/blocks.js';
import { simplify } from './paste/marks.js';
import { COMMENT, walk } from './paste/nodes.js';
import { firstElement, ownCut, readOwn } from './paste/own.js';
import { tidy } from './paste/tidy.js';

const REMOVED = 'script,style,meta,link,title,base,xml,iframe,frame,frameset,object,embed,applet,noscript,template,svg,math,canvas,' +
  'audio,video,source,track,form,input,select,textarea,button,option,dialog';
const DANGEROUS = new Set(['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'APPLET', 'SVG', 'FORM', 'FRAME', 'FRAMESET']);

/** What a paste leaves behind, counted. */
export const emptyReport = () =>
  ({ formats: 0, comments: 0, empties: 0, indents: 0, dangerous: 0, links: 0, localPictures: 0, lostPictures: 0, longTable: 0, longText: 0, markdown: false, pictures: [] });

export const isWorthSaying = report =>
  report.formats + report.empties + report.indents + report.dangerous + report.links + report.lostPictures + report.longTable + report.longText + report.pictures.length > 0;

/**
 * @param {string} html what the clipboard holds as text/html
 * @param {{parse: (html: string) => Document, isOwnPicture: (src: string) => boolean, origin?: string}} tools
 * @returns {{html: string, embedded: string[], report: object}} `embedded` are the data: addresses of pictures that travelled inside
 *   the text; in the HTML each stands as <img data-embedded="n">.
 */
export function cleanPaste(html, { parse, isOwnPicture, origin = '' }) {
  const report = emptyReport();
  const embedded = [];
  const document = parse(fragmentOf(html));
  const body = document.body;

  dropComments(body, report);
  const own = readOwn(body, html);
  const cut = own ? ownCut(body) : null;
  readWordLists(body, report);
  dropElements(body, report);
  takePictures(body, report, embedded, isOwnPicture, origin);
  for (const child of [...body.children]) simplify(child, report, own);
  const out = document.createElement('div');
  gather(body, out);
  tidy(out, report);
  if (cut) firstElement(out)?.setAttribute('data-pm-slice', cut);
  // What was copied here needs no cleaning; its attributes are how it travels.
  if (own) report.formats = report.comments = report.empties = report.indents = 0;
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

function takePictures(body, report, embedded, isOwnPicture, origin) {
  for (const image of body.querySelectorAll('img')) {
    const address = (image.getAttribute('src') || image.getAttribute('data-src') || '').trim();
    // Copied off a page of the console, a picture of ours carries the whole address.
    const src = origin && address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
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
