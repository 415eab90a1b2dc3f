// A shortest way from one sequence to another (Myers), as ranges: what stands in `left` from..to becomes what stands in `right` start..end.
const MOST = 1000;

export function hunks(left, right, same) {
  let start = 0;
  while (start < left.length && start < right.length && same(left[start], right[start])) start++;
  let endLeft = left.length;
  let endRight = right.length;
  while (endLeft > start && endRight > start && same(left[endLeft - 1], right[endRight - 1])) {
    endLeft--;
    endRight--;
  }
  if (start === endLeft && start === endRight) return [];
  const pairs = shortest(left, right, start, endLeft, endRight, same) ?? [];
  const found = [];
  let [from, at] = [start, start];
  for (const [x, y] of [...pairs, [endLeft, endRight]]) {
    if (x > from || y > at) found.push({ from, to: x, start: at, end: y });
    [from, at] = [x + 1, y + 1];
  }
  return found;
}

function shortest(left, right, start, endLeft, endRight, same) {
  const n = endLeft - start;
  const m = endRight - start;
  const reach = new Map([[1, 0]]);
  const trace = [];
  for (let d = 0; d <= Math.min(n + m, MOST); d++) {
    trace.push(new Map(reach));
    for (let k = -d; k <= d; k += 2) {
      let x = k === -d || (k !== d && reach.get(k - 1) < reach.get(k + 1)) ? reach.get(k + 1) : reach.get(k - 1) + 1;
      while (x < n && x - k < m && same(left[start + x], right[start + x - k])) x++;
      reach.set(k, x);
      if (x >= n && x - k >= m) return walk(trace, n, m, start);
    }
  }
  return null;
}

function walk(trace, x, y, start) {
  const pairs = [];
  for (let d = trace.length - 1; d >= 0; d--) {
    const reach = trace[d];
    const k = x - y;
    const before = k === -d || (k !== d && reach.get(k - 1) < reach.get(k + 1)) ? k + 1 : k - 1;
    const from = d === 0 ? 0 : reach.get(before);
    const fromY = d === 0 ? 0 : from - before;
    while (x > from && y > fromY) pairs.push([start + --x, start + --y]);
    [x, y] = [from, fromY];
  }
  return pairs.reverse();
}
