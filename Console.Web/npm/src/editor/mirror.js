// The phone preview beside the form, and the number of characters, follow the typing without asking the server.
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
    if (body) body.innerHTML = documents.html();
  }

  showField(field, value) {
    // Only the text inside the node: the node itself belongs to Blazor.
    const text = this.element?.querySelector(`[data-preview="${field}"]`)?.firstChild;
    if (text?.nodeType === Node.TEXT_NODE && value) text.data = value;
  }
}
