// What a post may consist of. Everything else falls away while parsing, also in content set from outside.
import StarterKit from '@tiptap/starter-kit';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import TextAlign from '@tiptap/extension-text-align';
import { Placeholder } from '@tiptap/extensions';
import { allowedLink } from '../shared/links.js';
import { Blanks } from './blocks/blanks.js';
import { Box, Callout } from './blocks/callout.js';
import { Highlight, Spacing, Tone } from './blocks/emphasis.js';
import { Gallery } from './blocks/gallery.js';
import { MiniProgram } from './blocks/mini-program.js';
import { CheckMarks } from './check-marks.js';
import { Colleagues } from './colleagues.js';
import { Picture } from './picture.js';

const PlainTable = Table.extend({
  renderHTML: () => ['table', ['tbody', 0]],
});

/** The cell attributes that survive; column widths are the phone's business. */
function plainCell(cell) {
  return cell.extend({
    addAttributes() {
      const { colspan, rowspan } = this.parent();
      return { colspan: plainSpan('colspan', colspan), rowspan: plainSpan('rowspan', rowspan), colwidth: { default: null, rendered: false, parseHTML: () => null } };
    },
  });
}

const plainSpan = (name, attribute) => ({
  ...attribute,
  renderHTML: attributes => (attributes[name] > 1 ? { [name]: attributes[name] } : {}),
});

export function extensions({ placeholder, pictures }) {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3] },
      code: false,
      codeBlock: false,
      trailingNode: { node: 'paragraph', notAfter: ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote'] },
      dropcursor: { color: 'var(--gac-pri)', width: 2 },
      link: {
        openOnClick: false,
        // The platform shows only links to its own articles: nobody should get one by mere typing.
        autolink: false,
        linkOnPaste: false,
        protocols: ['http', 'https'],
        isAllowedUri: href => allowedLink(href),
        HTMLAttributes: { target: null, rel: null, class: null },
      },
    }),
    TextAlign.configure({ types: ['heading', 'paragraph'], alignments: ['center', 'right'], defaultAlignment: null }),
    PlainTable.configure({ resizable: false, allowTableNodeSelection: true }),
    TableRow,
    plainCell(TableHeader),
    plainCell(TableCell),
    Placeholder.configure({ placeholder }),
    Picture.configure({ pictures }),
    Gallery,
    Callout,
    Box,
    Tone,
    Highlight,
    Spacing,
    MiniProgram,
    Blanks,
    CheckMarks,
    Colleagues,
  ];
}
