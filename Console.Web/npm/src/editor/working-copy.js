// What this tab holds against the server: how far it is ahead, and the copy in the browser that survives a lost connection.
export class WorkingCopy {
  #model = null;
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
    this.store.clear();
  }

  #draft() {
    const current = this.current();
    const articles = this.#model?.articles ?? (current === null ? [] : [{ key: current }]);
    return { base: this.#model?.base ?? null, articles: articles.map(article => ({ ...article, contentHtml: this.body(article.key) ?? article.contentHtml ?? '' })) };
  }
}
