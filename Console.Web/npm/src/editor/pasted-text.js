import { closeHistory } from '@tiptap/pm/history';
import { readArticle } from './article-html.js';

/** Remembers where a text without formats went in, so that it can still be given its formats. */
export class PastedText {
  #text = null;
  #range = null;
  #article = null;
  #expected = false;

  /** @param onArrived hears that the text is in and can be given its formats */
  constructor(documents, onArrived) {
    this.documents = documents;
    this.onArrived = onArrived;
  }

  /** The next paste is this text. */
  expect(text) {
    this.#text = text;
    this.#range = null;
    this.#article = this.documents.current;
    this.#expected = true;
  }

  moved(transaction) {
    if (this.#text === null || !transaction.docChanged || this.documents.current !== this.#article) return;
    if (this.#expected && transaction.getMeta('paste')) {
      this.#expected = false;
      let [from, to] = [Infinity, 0];
      for (const [index, map] of transaction.mapping.maps.entries()) {
        const later = transaction.mapping.slice(index + 1);
        map.forEach((_from, _to, start, end) => {
          from = Math.min(from, later.map(start, -1));
          to = Math.max(to, later.map(end, 1));
        });
      }
      if (from >= to) return;
      this.#range = { from, to };
      // Plugins go over a pasted text at once (**words** become bold): what counts is what stands there afterwards.
      queueMicrotask(() => this.#arrived());
    } else if (this.#range) this.#range = { ...this.#range, from: transaction.mapping.map(this.#range.from, 1), to: transaction.mapping.map(this.#range.to, -1) };
  }

  #arrived() {
    const { doc } = this.documents.editor.state;
    if (!this.#range || this.#range.to > doc.content.size) return;
    this.#range.was = doc.textBetween(this.#range.from, this.#range.to, '\n');
    this.onArrived();
  }

  bytes() {
    return new TextEncoder().encode(this.#text ?? '');
  }

  /** Gives the text its formats, in its place, as one step that can be undone; false when it was changed meanwhile. */
  format(editor, html) {
    const range = this.range(editor.state.doc);
    if (!range) return false;
    this.forget();
    // A step of its own, however soon it follows the paste: going back gives the text as it was pasted.
    editor.view.dispatch(closeHistory(editor.state.tr));
    return editor.chain().focus().insertContentAt({ from: range.from, to: range.to }, readArticle(html, editor.schema).content.toJSON()).run();
  }

  /** Where it stands now; null when it was changed, or another article is shown. */
  range(doc) {
    const range = this.#range;
    if (!range || this.documents.current !== this.#article || range.to > doc.content.size || range.from >= range.to) return null;
    return doc.textBetween(range.from, range.to, '\n') === range.was ? range : null;
  }

  forget() {
    this.#text = this.#range = null;
  }
}
