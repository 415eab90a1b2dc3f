import { completedLink } from '../shared/links.js';

const COMMANDS = {
  bold: { run: c => c.toggleBold(), active: e => e.isActive('bold') },
  italic: { run: c => c.toggleItalic(), active: e => e.isActive('italic') },
  underline: { run: c => c.toggleUnderline(), active: e => e.isActive('underline') },
  paragraph: { run: c => c.setParagraph(), active: e => e.isActive('paragraph') },
  heading2: { run: c => c.toggleHeading({ level: 2 }), active: e => e.isActive('heading', { level: 2 }) },
  heading3: { run: c => c.toggleHeading({ level: 3 }), active: e => e.isActive('heading', { level: 3 }) },
  bulletList: { run: c => c.toggleBulletList(), active: e => e.isActive('bulletList') },
  orderedList: { run: c => c.toggleOrderedList(), active: e => e.isActive('orderedList') },
  quote: { run: c => c.toggleBlockquote(), active: e => e.isActive('blockquote') },
  alignLeft: { run: c => c.unsetTextAlign(), active: e => !e.isActive({ textAlign: 'center' }) && !e.isActive({ textAlign: 'right' }) },
  alignCenter: { run: c => c.setTextAlign('center'), active: e => e.isActive({ textAlign: 'center' }) },
  alignRight: { run: c => c.setTextAlign('right'), active: e => e.isActive({ textAlign: 'right' }) },
  tableInsert: { run: c => c.insertTable({ rows: 3, cols: 3, withHeaderRow: true }), can: e => !e.isActive('table') },
  rowAfter: { run: c => c.addRowAfter(), can: e => e.isActive('table') },
  columnAfter: { run: c => c.addColumnAfter(), can: e => e.isActive('table') },
  rowDelete: { run: c => c.deleteRow(), can: e => e.isActive('table') },
  columnDelete: { run: c => c.deleteColumn(), can: e => e.isActive('table') },
  headerRow: { run: c => c.toggleHeaderRow(), can: e => e.isActive('table') },
  cellsMerge: { run: c => c.mergeOrSplit(), can: e => e.isActive('table') },
  tableDelete: { run: c => c.deleteTable(), can: e => e.isActive('table') },
  clear: { run: c => c.unsetAllMarks().clearNodes() },
  undo: { run: c => c.undo(), can: e => e.can().undo() },
  redo: { run: c => c.redo(), can: e => e.can().redo() },
};

/** Brings the buttons of a toolbar to life: <button data-command>, <button data-menu> with [data-menu-for], link panel, picture panel. */
export class Toolbar {
  #listeners = new AbortController();

  constructor(root, editor, { insertPicture }) {
    this.root = root;
    this.editor = editor;
    this.insertPicture = insertPicture;
    this.bar = root.querySelector('[data-toolbar]');
    this.linkPanel = root.querySelector('[data-panel="link"]');
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
      if (button.dataset.command === 'link') press(button, this.editor.isActive('link'));
      if (command?.active) press(button, command.active(this.editor));
      if (command?.can) button.toggleAttribute('disabled', !command.can(this.editor));
    }
    const selected = this.editor.state.selection.node;
    const picture = selected?.type.name === 'picture' && selected.attrs.src ? selected : null;
    if (this.picturePanel) {
      this.picturePanel.hidden = !picture;
      if (picture && !this.picturePanel.contains(document.activeElement)) this.picturePanel.querySelector('input').value = picture.attrs.alt ?? '';
    }
  }

  openLink() {
    if (!this.linkPanel) return;
    this.#closeAll();
    this.linkPanel.hidden = false;
    const input = this.linkPanel.querySelector('input');
    input.value = this.editor.getAttributes('link').href ?? '';
    input.removeAttribute('aria-invalid');
    input.focus();
    input.select();
  }

  destroy() {
    this.#listeners.abort();
  }

  #click(event) {
    const button = event.target.closest('button');
    if (!button || button.disabled) return;
    const { command, menu } = button.dataset;
    if (menu) this.#toggleMenu(button);
    else if (command) this.#execute(command);
  }

  #execute(name) {
    if (name === 'picture') return this.insertPicture();
    if (name === 'link') return this.openLink();
    if (name === 'linkApply') return this.#applyLink();
    if (name === 'linkRemove') return this.#chain(c => c.extendMarkRange('link').unsetLink(), true);
    if (name === 'pictureRemove') return this.#chain(c => c.deleteSelection(), true);
    if (COMMANDS[name]) this.#chain(COMMANDS[name].run, true);
  }

  #chain(run, close) {
    run(this.editor.chain().focus()).run();
    if (close) this.#closeAll();
    this.refresh();
  }

  #applyLink() {
    const input = this.linkPanel.querySelector('input');
    const href = completedLink(input.value);
    if (href === null) {
      input.setAttribute('aria-invalid', 'true');
      input.focus();
      return;
    }
    const { empty } = this.editor.state.selection;
    this.#chain(c => (empty && !this.editor.isActive('link')
      ? c.insertContent({ type: 'text', text: href.replace(/^https?:\/\//, ''), marks: [{ type: 'link', attrs: { href } }] })
      : c.extendMarkRange('link').setLink({ href })), true);
  }

  #describePicture(event) {
    this.editor.commands.updateAttributes('picture', { alt: event.target.value.trim().slice(0, 200) });
  }

  #toggleMenu(button) {
    const menu = this.#menuOf(button);
    const open = menu.hidden;
    this.#closeAll();
    menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) menu.querySelector('button:not([disabled])')?.focus();
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
      if (event.target.closest('[data-panel="link"]')) this.#applyLink();
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
