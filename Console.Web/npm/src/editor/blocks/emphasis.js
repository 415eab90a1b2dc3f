import { Extension, Mark } from '@tiptap/core';
import { GAP, gapMargin, gapOf, HIGHLIGHT, LINE, presetOf, readStyle, TONES } from './dress.js';

/** Colour of words: from a few roles with enough contrast. A colour that came from elsewhere is kept as it is. */
export const Tone = Mark.create({
  name: 'tone',

  addAttributes: () => ({ color: { default: null, rendered: false } }),

  parseHTML: () => [{ style: 'color', getAttrs: value => ({ color: hex(value) }), consuming: false }],
  renderHTML: ({ mark }) => {
    const role = presetOf(TONES, mark.attrs.color);
    return ['span', { style: `color: ${mark.attrs.color}`, 'data-color': mark.attrs.color, ...(role ? { 'data-tone': role } : {}) }, 0];
  },

  addCommands() {
    return {
      setTone: role => ({ commands }) => (TONES[role] ? commands.setMark('tone', { color: TONES[role] }) : commands.unsetMark('tone')),
    };
  },
});

/** Words with a marker drawn over them. */
export const Highlight = Mark.create({
  name: 'highlight',

  parseHTML: () => [{ style: 'background-color', getAttrs: value => (hex(value) === HIGHLIGHT ? null : false), consuming: false }, { tag: 'mark' }],
  renderHTML: () => ['span', { style: `background-color: ${HIGHLIGHT}`, 'data-mark': HIGHLIGHT, 'data-tone': 'mark' }, 0],

  addCommands() {
    return { toggleHighlight: () => ({ commands }) => commands.toggleMark('highlight') };
  },
  addKeyboardShortcuts() {
    return { 'Mod-Shift-h': () => this.editor.commands.toggleHighlight() };
  },
});

/** Distance of lines and paragraphs, from a few steps. */
export const Spacing = Extension.create({
  name: 'spacing',

  addGlobalAttributes: () => [{
    types: ['paragraph'],
    attributes: {
      line: {
        default: null,
        parseHTML: element => presetOf(LINE, readStyle(element.getAttribute('style')).get('line-height')),
        renderHTML: ({ line }) => (line ? { style: `line-height: ${LINE[line]}`, 'data-line': LINE[line] } : {}),
      },
      gap: {
        default: null,
        parseHTML: element => gapOf(element.getAttribute('style')),
        renderHTML: ({ gap }) => (gap ? { style: `margin: ${gapMargin(gap)}`, 'data-gap': gapMargin(gap) } : {}),
      },
    },
  }],

  addCommands() {
    const set = (name, value, presets) => ({ commands }) =>
      value in presets ? commands.updateAttributes('paragraph', { [name]: value }) : commands.resetAttributes('paragraph', name);
    return { setLine: value => set('line', value, LINE), setGap: value => set('gap', value, GAP) };
  },
});

/** Browsers give colours back as rgb(); the stored text says them short. */
function hex(color) {
  const parts = /^rgb\(\s*(\d+),\s*(\d+),\s*(\d+)\s*\)$/.exec(color);
  return parts ? `#${parts.slice(1).map(part => Number(part).toString(16).padStart(2, '0')).join('')}` : color;
}
