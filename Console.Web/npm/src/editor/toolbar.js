import { COMMANDS } from './blocks/commands.js';
import { LinkPanel } from './blocks/link-panel.js';

/** Brings the buttons of a toolbar to life: <button data-command>, <button data-menu> with [data-menu-for], link panel, picture panel. */
export class Toolbar {
  #listeners = new AbortController();

  constructor(root, editor, { insertPicture }) {
    this.root = root;
    this.editor = editor;
    this.insertPicture = insertPicture;
    this.bar = root.querySelector('[data-toolbar]');
    this.linkPanel = root.querySelector('[data-panel="link"]');
    this.link = this.linkPanel && new LinkPanel(this.linkPanel, editor, { close: () => this.#closeAll(), changed: () => this.refresh() });
    this.picturePanel = root.querySelector('[data-panel="picture"]');
    const options = { signal: this.#listeners.signal };
    if (!this.bar) return;
    for (const part of [this.bar, this.linkPanel, this.picturePanel].filter(Boolean)) {
      part.addEventListener('click', event => this.#click(event), options);
      part.addEventListener('keydown', event => this.#key(event), options);
    }
    // Pressing a button must not take the selection out of the text.
    this.bar.addEventListener('mousedown', event => event.target.closest('button') && event.preventDefault(), options);
    this.picturePanel?.addEventListener('change', event => this.#describePicture(event), options);
    document.addEventListener('click', event => {
      if (!root.contains(event.target) || !event.target.closest('[data-menu],[data-menu-for],[data-panel],[data-command="link"]')) this.#closeAll();
    }, options);
    this.refresh();
  }

  refresh() {
    if (!this.bar) return;
    for (const button of this.root.querySelectorAll('[data-command]')) {
      const command = COMMANDS[button.dataset.command];
      if (button.dataset.command === 'link') press(button, this.editor.isActive('link') || this.editor.isActive('miniProgram'));
      if (command?.active) press(button, command.active(this.editor));
      if (command?.can) button.toggleAttribute('disabled', !command.can(this.editor));
    }
    const selected = this.editor.state.selection.node;
    const picture = selected?.type.name === 'picture' && selected.attrs.src ? selected : null;
    if (this.picturePanel) {
      this.picturePanel.hidden = !picture;
      if (picture && !this.picturePanel.contains(document.activeElement))
        for (const input of this.picturePanel.querySelectorAll('input')) input.value = picture.attrs[input.dataset.picture] ?? '';
    }
  }

  openLink() {
    if (!this.linkPanel) return;
    this.#closeAll();
    this.linkPanel.hidden = false;
    this.link.open();
  }

  destroy() {
    this.#listeners.abort();
  }

  #click(event) {
    const button = event.target.closest('button');
    if (!button || button.disabled) return;
    const { command, menu } = button.dataset;
    if ('more' in button.dataset) return this.#toggleMore(button);
    if (menu) this.#toggleMenu(button);
    else if (command) this.#execute(command);
  }

  #execute(name) {
    if (name === 'picture') return this.insertPicture();
    if (name === 'link') return this.openLink();
    if (name.startsWith('link')) return this.link.execute(name);
    if (name === 'pictureRemove') return this.#chain(c => c.deleteSelection(), true);
    if (COMMANDS[name]) this.#chain(COMMANDS[name].run, true);
  }

  #chain(run, close) {
    run(this.editor.chain().focus()).run();
    if (close) this.#closeAll();
    this.refresh();
  }

  #describePicture(event) {
    this.editor.commands.updateAttributes('picture', { [event.target.dataset.picture]: event.target.value.trim().slice(0, 200) });
  }

  #toggleMenu(button) {
    const menu = this.#menuOf(button);
    const open = menu.hidden;
    this.#closeAll();
    menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) menu.querySelector('button:not([disabled])')?.focus();
  }

  /** On a narrow screen the seldom used buttons are a second row. */
  #toggleMore(button) {
    const open = this.bar.toggleAttribute('data-open');
    button.setAttribute('aria-expanded', String(open));
  }

  #menuOf(button) {
    return this.bar.querySelector(`[data-menu-for="${button.dataset.menu}"]`);
  }

  #closeAll() {
    for (const menu of this.bar.querySelectorAll('[data-menu-for]')) menu.hidden = true;
    for (const button of this.bar.querySelectorAll('[data-menu]')) button.setAttribute('aria-expanded', 'false');
    if (this.linkPanel) this.linkPanel.hidden = true;
  }

  #key(event) {
    const inMenu = event.target.closest('[data-menu-for]');
    if (event.key === 'Escape') {
      event.preventDefault();
      const opener = inMenu && this.bar.querySelector(`[data-menu="${inMenu.dataset.menuFor}"]`);
      this.#closeAll();
      if (opener) opener.focus();
      else this.editor.commands.focus();
    } else if (event.key === 'Enter' && event.target.matches('input')) {
      event.preventDefault();
      if (event.target.closest('[data-panel="link"]')) this.link.execute('linkApply');
      else this.#describePicture(event);
    } else if (event.target.matches('button') && ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(event.key)) {
      const scope = inMenu ?? this.bar;
      const buttons = [...scope.querySelectorAll('button:not([disabled])')].filter(b => inMenu || !b.closest('[data-menu-for]'));
      const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key] ?? 0;
      const next = event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : buttons.indexOf(event.target) + step;
      event.preventDefault();
      buttons[(next + buttons.length) % buttons.length]?.focus();
    }
  }
}

function press(button, on) {
  button.setAttribute(button.getAttribute('role') === 'menuitemradio' ? 'aria-checked' : 'aria-pressed', String(on));
}
