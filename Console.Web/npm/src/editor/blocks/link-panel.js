// Links by type. What citizens could not open is refused with the reason and the way that works.
import { allowedLink, completedLink, isOfficialSite } from '../../shared/links.js';
import { miniProgramFault } from './mini-program.js';

export class LinkPanel {
  constructor(panel, editor, { close, changed }) {
    this.panel = panel;
    this.editor = editor;
    this.close = close;
    this.changed = changed;
    panel.addEventListener('change', event => event.target.name === 'link-kind' && this.#show(event.target.value));
  }

  open() {
    const mini = this.editor.getAttributes('miniProgram');
    this.#field('address').value = this.editor.getAttributes('link').href ?? '';
    this.#field('appId').value = mini.appId ?? '';
    this.#field('path').value = mini.path ?? '';
    this.#show(mini.appId ? 'mini' : 'article');
    const first = [...this.panel.querySelectorAll('[data-link]')].find(field => !field.closest('[hidden]'));
    first?.focus();
    first?.select();
  }

  execute(command) {
    if (command === 'linkRemove') this.#run(chain => chain.extendMarkRange('link').unsetLink().extendMarkRange('miniProgram').unsetMark('miniProgram'));
    else if (command === 'linkToSource') this.#toSource(completedLink(this.#field('address').value));
    else if (this.kind === 'mini') this.#applyMiniProgram();
    else this.#applyAddress();
  }

  #applyAddress() {
    const href = completedLink(this.#field('address').value);
    if (href === null) return this.#refuse('address', 'address');
    if (this.kind === 'site') return isOfficialSite(href, (this.panel.dataset.sites ?? '').split(' ').filter(Boolean)) ? this.#toSource(href) : this.#refuse('outside', 'address');
    if (!allowedLink(href)) return this.#refuse('foreign', 'address');
    this.#set({ type: 'link', attrs: { href } }, href.replace(/^https?:\/\//, ''));
  }

  #applyMiniProgram() {
    const attrs = { appId: this.#field('appId').value.trim(), path: this.#field('path').value.trim().replace(/^\//, '') };
    const fault = miniProgramFault(attrs.appId, attrs.path);
    if (fault) return this.#refuse(fault, fault === 'appid' ? 'appId' : 'path');
    const { apps } = this.panel.dataset;
    if (apps !== undefined && !apps.split(' ').includes(attrs.appId)) return this.#refuse('unlisted', 'appId');
    if (this.editor.state.selection.empty && !this.editor.isActive('miniProgram')) return this.#refuse('words', 'path');
    this.#set({ type: 'miniProgram', attrs }, '');
  }

  #set(mark, words) {
    const { empty } = this.editor.state.selection;
    this.#run(chain => (empty && !this.editor.isActive(mark.type)
      ? chain.insertContent({ type: 'text', text: words, marks: [mark] })
      : chain.extendMarkRange(mark.type).setMark(mark.type, mark.attrs)));
  }

  #run(change) {
    change(this.editor.chain().focus()).run();
    this.close();
    this.changed();
  }

  /** The platform opens other sites by the source link only: the field is in the form around. */
  #toSource(href) {
    const field = this.panel.closest('[data-post-form]')?.querySelector('[data-draft="sourceUrl"]');
    if (href === null || !field) return;
    field.closest('details')?.setAttribute('open', '');
    field.value = href;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    this.close();
    field.focus();
  }

  #refuse(why, name) {
    for (const sentence of this.panel.querySelectorAll('[data-why]')) sentence.hidden = sentence.dataset.why !== why;
    const field = this.#field(name);
    field.setAttribute('aria-invalid', 'true');
    field.focus();
  }

  #show(kind) {
    this.kind = kind;
    for (const radio of this.panel.querySelectorAll('[name="link-kind"]')) radio.checked = radio.value === kind;
    for (const part of this.panel.querySelectorAll('[data-for]')) part.hidden = !part.dataset.for.split(' ').includes(kind);
    for (const sentence of this.panel.querySelectorAll('[data-why]')) sentence.hidden = true;
    for (const field of this.panel.querySelectorAll('[data-link]')) field.removeAttribute('aria-invalid');
  }

  #field(name) {
    return this.panel.querySelector(`[data-link="${name}"]`);
  }
}
