// Text without formats that nevertheless has a shape: cells between tabs, or the marks of Markdown.

/** Lines of one pasted text; more is a file, not a text. */
export const MOST_LINES = 2000;

const CELLS = 60;
const LETTERS = 60_000;

/** How many lines a text has, without cutting it apart. */
export function linesIn(text) {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < text.length - 1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** Whether the text is rows of cells, as a sheet gives them beside its own format. Looks at its beginning only. */
export function looksTabbed(text) {
  if (!text.includes('\t')) return false;
  const rows = rowsOf(text.slice(0, 20_000)).slice(0, 20);
  const width = rows[0]?.length ?? 0;
  return width > 1 && width <= CELLS && rows.every((row, at) => row.length === width || (at === rows.length - 1 && text.length > 20_000));
}

/** Rows of cells; a cell with a tab or a line break of its own stands in quotes, as sheets write it. */
export function rowsOf(text) {
  const rows = [[]];
  let cell = '';
  let at = 0;
  const end = () => {
    rows.at(-1).push(cell);
    cell = '';
  };
  while (at < text.length) {
    const letter = text[at];
    if (letter === '"' && cell === '') {
      const close = closing(text, at + 1);
      if (close > 0) {
        cell = text.slice(at + 1, close).replaceAll('""', '"');
        at = close + 1;
        continue;
      }
    }
    if (letter === '\t') end();
    else if (letter === '\n') {
      end();
      rows.push([]);
    } else if (letter !== '\r') cell += letter;
    at++;
  }
  end();
  while (rows.length > 0 && rows.at(-1).every(each => !each.trim())) rows.pop();
  return rows;
}

/** The quote that ends a cell: a tab, a line break or the end comes after it. */
function closing(text, from) {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') at++;
    else return at + 1 === text.length || /[\t\r\n]/.test(text[at + 1]) ? at : -1;
  }
  return -1;
}

/** Rows of cells as a table; a cell of several lines has a paragraph for each. */
export function tableOf(rows) {
  const safe = text => text.replace(/[&<>"]/g, letter => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter]);
  const cell = text => `<td>${text.split('\n').map(line => `<p>${safe(line.trim())}</p>`).join('')}</td>`;
  return `<table><tbody>${rows.map(row => `<tr>${row.map(cell).join('')}</tr>`).join('')}</tbody></table>`;
}

/** The line between head and rows of a table. */
const isTableRule = line => line.length < 400 && line.includes('|') && line.includes('---') && /^[ |:-]+\r?$/.test(line);

/** Whether a text is meant as Markdown: marks that nobody types by chance, or several that one might. */
export function looksLikeMarkdown(text) {
  if (text.length < 8 || text.length > LETTERS) return false;
  const count = pattern => (text.match(pattern) ?? []).length;
  if (text.split('\n').some(isTableRule)) return true;
  const headings = count(/^#{1,4} +\S/gm);
  const bold = count(/\*\*[^*\s][^*\n]*\*\*|__[^_\s][^_\n]*__/g);
  const links = count(/\[[^[\]\n]{1,200}\]\([^)\s]{1,500}\)/g);
  const items = count(/^ {0,6}[-*+] +\S/gm);
  const numbers = count(/^ {0,6}\d{1,3}\. +\S/gm);
  const quotes = count(/^> ?\S/gm);
  return headings > 0 || links > 0 || bold > 1 || items > 1 || (bold > 0 && items + numbers + quotes > 0) || (quotes > 0 && items + numbers > 0);
}
