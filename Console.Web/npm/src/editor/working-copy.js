// What this tab holds against the server: how far it is ahead, and the copy in the browser that survives a lost connection.
export class WorkingCopy {
  #model = null;
  #origin = null;
  #dirty = false;

  /** Grows with every change; what the server confirms, it confirms up to a number. */
  sequence = 0;

  /** @param body gives the text of an article by its key */
  constructor({ store, body, current }) {
    this.store = store;
    this.body = body;
    this.current = current;
  }

  get dirty() {
    return this.#dirty;
  }

  /** .NET says what the post consists of, without bodies: {base, articles: [{key, title, …}]}. */
  track(model) {
    this.#model = model;
    if (!this.#origin && !this.#dirty) this.#remember();
  }

  touch() {
    this.sequence++;
    this.#dirty = true;
    this.store.keep(() => this.#draft());
  }

  /** A field of the article on the surface was typed into. */
  setField(field, value) {
    const article = this.#model?.articles.find(a => a.key === this.current());
    if (article) article[field] = value;
    this.touch();
  }

  /** The server holds everything up to this number. */
  saved(sequence, base) {
    if (this.#model) this.#model.base = base;
    if (sequence !== this.sequence) return;
    this.#dirty = false;
    this.#remember();
    this.store.clear();
  }

  // An autosave is replaced by the next one, so the server may not know any more what these words were written over.
  #remember() {
    this.#origin = this.#articles();
  }

  #draft() {
    return { base: this.#model?.base ?? null, origin: this.#origin, articles: this.#articles() };
  }

  #articles() {
    const current = this.current();
    const articles = this.#model?.articles ?? (current === null ? [] : [{ key: current }]);
    return articles.map(article => ({ ...article, contentHtml: this.body(article.key) ?? article.contentHtml ?? '' }));
  }
}
