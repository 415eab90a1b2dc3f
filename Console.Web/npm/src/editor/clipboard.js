import { cleanPaste, emptyReport } from './paste.js';
import { withoutHandlers } from './handlers.js';
import { isOwnPicture } from './picture.js';
import { linesIn, looksLikeMarkdown, looksTabbed, MOST_LINES, rowsOf, tableOf } from './paste/plain-text.js';
import { picturesInRtf } from './rtf-pictures.js';

/** Rows of one pasted text; the server takes as many of a document's table. */
export const MOST_ROWS = 300;
export const rowsIn = html => (html.match(/<tr[\s>]/gi) ?? []).length;

const parse = html => new DOMParser().parseFromString(withoutHandlers(html), 'text/html');
const images = list => [...(list ?? [])].filter(file => file.type.startsWith('image/'));

/** Reads what was pasted or dropped: pictures go to `pictures`, HTML is cleaned, and `report` hears what was left behind. */
export class Clipboard {
  #rtf = '';
  #onlyPictures = false;

  /** @param markdown hears of text that looks like Markdown, before it goes in as it is */
  constructor({ pictures, report, markdown = () => {} }) {
    this.pictures = pictures;
    this.report = report;
    this.markdown = markdown;
  }

  /** Called before anything of the clipboard is read as text. */
  look(event) {
    const data = event.clipboardData;
    this.#rtf = data?.getData('text/rtf') ?? '';
    // Office puts a picture of the whole selection beside the text: then the text is what is meant.
    this.#onlyPictures = images(data?.files).length > 0 && !this.#hasWords(data);
    return false;
  }

  /** True when what was pasted is done with: pictures and nothing else, or text without formats that is too long or has cells. */
  handlePaste(view, event) {
    if (!this.#onlyPictures) return this.#pasteText(view, event.clipboardData);
    this.#onlyPictures = false;
    this.insert(view, images(event.clipboardData.files), view.state.selection.from);
    return true;
  }

  #pasteText(view, data) {
    const text = data && !data.getData('text/html') ? data.getData('text/plain') : '';
    if (!text) return false;
    const lines = linesIn(text);
    const tabbed = looksTabbed(text);
    if (lines > (tabbed ? MOST_ROWS : MOST_LINES)) {
      this.report({ ...emptyReport(), [tabbed ? 'longTable' : 'longText']: lines });
      return true;
    }
    if (tabbed) view.pasteHTML(tableOf(rowsOf(text)));
    else if (looksLikeMarkdown(text)) this.markdown(text);
    return tabbed;
  }

  handleDrop(view, event, moved) {
    const files = images(event.dataTransfer?.files);
    if (moved || files.length === 0) return false;
    event.preventDefault();
    const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
    this.insert(view, files, place?.pos ?? view.state.selection.from);
    return true;
  }

  insert(view, files, position) {
    const { picture } = view.state.schema.nodes;
    const nodes = files.map(file => picture.create({ upload: this.pictures.start(file) }));
    const at = Math.min(position, view.state.doc.content.size);
    const $at = view.state.doc.resolve(at);
    const empty = $at.parent.isTextblock && $at.parent.content.size === 0 && $at.depth > 0;
    const transaction = view.state.tr;
    if (empty) transaction.replaceWith($at.before(), $at.after(), nodes);
    else transaction.insert($at.parent.isTextblock ? $at.after() : at, nodes);
    view.dispatch(transaction.scrollIntoView());
  }

  clean(html) {
    // Beside a copied picture stands the address it came from; the picture itself is what is wanted.
    if (this.#onlyPictures) return '';
    const rows = rowsIn(html);
    if (rows > MOST_ROWS) {
      // Nothing is parsed and nothing inserted: no phone shows such a table, and no browser enjoys editing it.
      this.report({ ...emptyReport(), longTable: rows });
      return '';
    }
    const { html: plain, embedded, report } = cleanPaste(html, { parse, isOwnPicture, origin: location.origin });
    const rtf = report.localPictures > 0 && this.#rtf ? picturesInRtf(this.#rtf) : [];
    // Only when every picture is there is it certain which is which.
    const found = rtf.length === report.localPictures ? rtf : [];
    report.lostPictures = report.localPictures - found.length;
    this.#rtf = '';
    this.report(report);
    return plain
      .replace(/<img [^>]*?data-embedded="(\d+)"[^>]*>/g, (image, n) => this.#start(image, fromDataAddress(embedded[Number(n)])))
      .replace(/<img [^>]*?data-local="(\d+)"[^>]*>/g, (image, n) => this.#start(image, fromRtf(found[Number(n)])));
  }

  #start(image, file) {
    const alt = /alt="[^"]*"/.exec(image)?.[0] ?? '';
    return file ? `<img data-upload="${this.pictures.start(file)}" ${alt}>` : '';
  }

  #hasWords(data) {
    const html = data.getData('text/html');
    return html ? Boolean(parse(html).body.textContent.trim()) : Boolean(data.getData('text/plain').trim());
  }
}

function fromDataAddress(address) {
  const [, type, text] = /^data:([^;,]+);base64,(.*)$/is.exec(address) ?? [];
  if (!text) return null;
  try {
    return new File([Uint8Array.from(atob(text.replace(/\s/g, '')), c => c.charCodeAt(0))], 'picture', { type });
  } catch {
    return null;
  }
}

function fromRtf(picture) {
  return picture ? new File([picture.bytes], 'picture', { type: picture.type }) : null;
}
