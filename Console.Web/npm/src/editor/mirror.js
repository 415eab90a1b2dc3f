// The phone preview beside the form, and the number of characters, follow the typing without asking the server.
const picture = /(<img\b[^>]*?\ssrc="\/media\/[0-9a-f-]{36})"/gi;

/** Pictures in the form in which the platform gets them, not as they were uploaded. */
export const asSent = html => html.replace(picture, '$1/body"');

export class Mirror {
  constructor({ root, element, count }) {
    this.root = root;
    this.element = element;
    this.count = count ?? '{0}';
  }

  show(documents) {
    const count = this.root.querySelector('[data-count]');
    if (count) count.textContent = this.count.replace('{0}', String(documents.characters()));
    const body = this.element?.querySelector('[data-preview="body"]');
    if (body) body.innerHTML = asSent(documents.html());
  }

  showField(field, value) {
    // Only the text inside the node: the node itself belongs to Blazor.
    const text = this.element?.querySelector(`[data-preview="${field}"]`)?.firstChild;
    if (text?.nodeType === Node.TEXT_NODE && value) text.data = value;
  }
}
