// Word and WPS write a list as loose paragraphs whose style says list and level, with the marker as text in front.
const MARKER = /mso-list\s*:\s*ignore/i;
const LEVEL = /mso-list\s*:[^;]*\blevel(\d)/i;
const NUMBER = /^[(（]?(\d{1,3}|[a-z]|[ivx]{1,4})[.)）．]/i;
const CHINESE = /^[(（]?[一二三四五六七八九十百零〇第]+[)）、.．章节条]/;

/** Replaces such paragraphs by ul and ol. Chinese numbering (一、 （一）) is kept as words: no list marker can show it. */
export function readWordLists(body, report) {
  let lists = [];
  for (const paragraph of [...body.querySelectorAll('p,h1,h2,h3,h4,h5,h6')]) {
    const level = Number(LEVEL.exec(paragraph.getAttribute('style') ?? '')?.[1] ?? 0);
    const marker = level > 0 ? takeMarker(paragraph) : null;
    if (marker === null) {
      lists = [];
      continue;
    }
    report.formats++;
    if (/^H/i.test(paragraph.tagName) || CHINESE.test(marker)) {
      paragraph.prepend(paragraph.ownerDocument.createTextNode(/[)）、．]$/.test(marker) ? marker : `${marker} `));
      lists = [];
      continue;
    }
    if (lists.length > 0 && !follows(paragraph, lists[0])) lists = [];
    lists = place(paragraph, level, marker, lists);
  }
}

function takeMarker(paragraph) {
  const holder = [...paragraph.querySelectorAll('[style]')].find(element => MARKER.test(element.getAttribute('style')));
  if (!holder) return null;
  const text = holder.textContent.replace(/[\s\u00a0]+/g, '');
  holder.remove();
  return text;
}

/** Only blank text may stand between a list and the paragraph that continues it. */
function follows(paragraph, list) {
  for (let node = paragraph.previousSibling; node; node = node.previousSibling) {
    if (node === list) return true;
    if (node.textContent.trim()) return false;
  }
  return false;
}

function place(paragraph, level, marker, open) {
  const document = paragraph.ownerDocument;
  const tag = NUMBER.test(marker) ? 'OL' : 'UL';
  let lists = open.slice(0, level);
  if (lists.length === level && lists[level - 1].tagName !== tag) lists = lists.slice(0, level - 1);
  if (lists.length === 0) {
    const list = started(document, tag, marker);
    paragraph.before(list);
    lists = [list];
  }
  while (lists.length < level) {
    const parent = lists.at(-1);
    const inner = started(document, tag, marker);
    (parent.lastElementChild ?? parent.appendChild(document.createElement('li'))).append(inner);
    lists.push(inner);
  }
  const item = document.createElement('li');
  item.append(...paragraph.childNodes);
  lists.at(-1).append(item);
  paragraph.remove();
  return lists;
}

function started(document, tag, marker) {
  const list = document.createElement(tag.toLowerCase());
  const first = Number(/\d+/.exec(marker)?.[0] ?? 1);
  if (tag === 'OL' && first > 1) list.setAttribute('start', String(first));
  return list;
}
