// The few shapes all scenes are built from. A scene is drawn on 900 x 383 (the cover); everything that
// reaches beyond (y from -220 to 620) shows only in the 900 x 600 picture for the body.

export const C = {
  sky: '#E3EBF5', ground: '#CFDCE9', haze: '#D7E2EE', white: '#FFFFFF', paper: '#FAFBFD',
  ink: '#22344C', ink2: '#3D5270', steel: '#8FA5BD', mist: '#B7C7D8',
  blue: '#1D5FBF', blue2: '#4C86D6', blue3: '#9CBDE8',
  amber: '#E0A73A', amber2: '#F0CB7E', orange: '#D9823B',
  green: '#4E9A6B', green2: '#7DBB91', green3: '#B4D8BF', leaf: '#3B7F57',
  rose: '#C9718A', violet: '#8672B8', teal: '#3F8E99', brick: '#B8735A', sand: '#EBDDC4', wood: '#B98B5E', wood2: '#8F6844',
  skin: '#EFC8A6', skin2: '#DDAE87', hair: '#2B2F3A', night: '#1C2B45', night2: '#2A3D5E',
};

export const rect = (x, y, w, h, fill, r = 0, extra = '') => `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}" ${extra}/>`;
export const circle = (x, y, r, fill, extra = '') => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${extra}/>`;
export const ellipse = (x, y, rx, ry, fill, extra = '') => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${extra}/>`;
export const path = (d, fill, extra = '') => `<path d="${d}" fill="${fill}" ${extra}/>`;
export const line = (d, stroke, w = 4, extra = '') => `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${w}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`;
export const group = (x, y, s, ...items) => `<g transform="translate(${x} ${y}) scale(${s})">${items.join('')}</g>`;
export const flip = (x, ...items) => `<g transform="translate(${2 * x} 0) scale(-1 1)">${items.join('')}</g>`;
export const text = (x, y, words, size, fill, extra = '') =>
  `<text x="${x}" y="${y}" font-size="${size}" font-family="Noto Sans CJK SC" fill="${fill}" ${extra}>${words}</text>`;
export const many = (count, draw) => Array.from({ length: count }, (_, index) => draw(index)).join('');

/** Sky above the horizon, ground below, to the edges of the tall picture. */
export const stage = (sky, ground, horizon = 290) => rect(-10, -230, 920, horizon + 230, sky) + rect(-10, horizon, 920, 640 - horizon, ground);

export const cloud = (x, y, s = 1, fill = C.white, opacity = 0.85) =>
  group(x, y, s, `<g fill="${fill}" opacity="${opacity}"><ellipse cx="0" cy="0" rx="46" ry="15"/><circle cx="-16" cy="-9" r="17"/><circle cx="12" cy="-13" r="22"/></g>`);

export const sun = (x, y, r = 34, fill = C.amber2) => circle(x, y, r * 1.55, fill, 'opacity=".28"') + circle(x, y, r, fill);

export const hills = (y, fill, height = 70, shift = 0) =>
  path(`M-20 ${y + 330} L-20 ${y} C ${90 + shift} ${y - height} ${190 + shift} ${y - height * 0.9} ${300 + shift} ${y - 8} S ${480 + shift} ${y - height * 1.2} ${610 + shift} ${y - height * 0.4} S ${800 + shift} ${y - height} 930 ${y - 20} L930 ${y + 330} Z`, fill);

export const tree = (x, y, s = 1, leaf = C.green, trunk = C.wood2) =>
  group(x, y, s, rect(-4, -44, 8, 44, trunk, 3), ellipse(0, -74, 30, 38, leaf), ellipse(-13, -60, 20, 24, leaf), ellipse(-9, -86, 12, 16, '#FFFFFF', 'opacity=".14"'));

export const pine = (x, y, s = 1, leaf = C.leaf) =>
  group(x, y, s, rect(-3, -14, 6, 14, C.wood2), path('M0 -92 L22 -46 H10 L28 -12 H-28 L-10 -46 H-22 Z', leaf));

export const bush = (x, y, s = 1, leaf = C.green2) => group(x, y, s, path('M-34 0 C-40 -22 -18 -30 -10 -22 C-4 -38 20 -34 20 -20 C36 -24 40 -6 34 0 Z', leaf));

export const shadow = (x, y, rx, ry = 7) => ellipse(x, y, rx, ry, C.ink, 'opacity=".12"');

/** A person about 104 units tall, standing on (x, y). */
export const person = (x, y, s = 1, p = {}) => {
  const o = { coat: C.blue, pants: C.ink, skin: C.skin, hair: C.hair, left: [-22, -40], right: [22, -40], long: false, ...p };
  const parts = [shadow(0, 1, 24, 5)];
  parts.push(o.skirt
    ? path('M-13 -44 H13 L20 -18 H-20 Z', o.pants) + line('M-7 -18 V-3 M7 -18 V-3', o.skin, 8)
    : line('M-7 -42 L-8 -4', o.pants, 12) + line('M7 -42 L9 -4', o.pants, 12));
  parts.push(line('M-12 -2 H-6 M6 -2 H13', C.ink, 6));
  if (o.bag) parts.push(rect(o.bag.side === 'right' ? 7 : -23, -76, 16, 32, o.bag.color, 7));
  parts.push(path('M-16 -42 V-70 Q-16 -80 -6 -80 H6 Q16 -80 16 -70 V-42 Q0 -37 -16 -42 Z', o.coat));
  if (o.stripe) parts.push(rect(-16, -62, 32, 6, o.stripe));
  parts.push(line(`M-13 -73 Q-21 -60 ${o.left[0]} ${o.left[1]}`, o.coat, 9), line(`M13 -73 Q21 -60 ${o.right[0]} ${o.right[1]}`, o.coat, 9));
  parts.push(circle(o.left[0], o.left[1], 5, o.skin), circle(o.right[0], o.right[1], 5, o.skin));
  parts.push(rect(-4, -88, 8, 10, o.skin, 3));
  if (o.long) parts.push(path('M-14 -98 Q-18 -80 -13 -72 H13 Q18 -80 14 -98 Z', o.hair));
  parts.push(circle(0, -97, 12.5, o.skin), path('M-13.5 -96 Q-14 -112 0 -112 Q14 -112 13.5 -96 Q8 -104 0 -104 Q-8 -104 -13.5 -96 Z', o.hair));
  if (o.cap) parts.push(path('M-14 -100 Q-13 -114 0 -114 Q13 -114 14 -100 Z', o.cap), rect(-16, -102, 34, 4, o.cap, 2));
  if (o.hard) parts.push(path('M-15 -99 Q-15 -115 0 -115 Q15 -115 15 -99 Z', o.hard), rect(-18, -101, 36, 4, o.hard, 2), rect(-2.5, -118, 5, 12, o.hard, 2));
  if (o.scarf) parts.push(rect(-11, -86, 22, 8, o.scarf, 4), rect(4, -82, 8, 20, o.scarf, 3));
  if (o.extra) parts.push(o.extra);
  return group(x, y, s, ...parts);
};

export const car = (x, y, s = 1, fill = C.blue, window = '#DCE8F5') => group(x, y, s,
  shadow(0, 1, 62, 6),
  path('M-60 -12 V-26 Q-60 -34 -50 -35 L-38 -37 L-22 -54 Q-18 -58 -12 -58 H20 Q26 -58 31 -53 L44 -37 Q60 -35 60 -24 V-12 Q60 -8 55 -8 H-55 Q-60 -8 -60 -12 Z', fill),
  path('M-29 -37 L-17 -50 Q-15 -52 -12 -52 H0 V-37 Z M6 -37 V-52 H19 Q23 -52 25 -50 L36 -37 Z', window),
  circle(-33, -9, 12, C.ink), circle(-33, -9, 5, C.mist), circle(33, -9, 12, C.ink), circle(33, -9, 5, C.mist),
  rect(53, -28, 8, 7, C.amber2, 2), rect(-61, -28, 6, 7, C.orange, 2));

export const bus = (x, y, s = 1, fill = C.blue) => group(x, y, s,
  shadow(0, 1, 125, 8),
  rect(-122, -96, 244, 86, fill, 12), rect(-122, -32, 244, 8, C.white, 0, 'opacity=".55"'),
  many(5, i => rect(-112 + i * 38, -84, 32, 34, '#DCE8F5', 4)), rect(80, -84, 34, 60, '#DCE8F5', 4), line('M97 -84 V-24', fill, 3),
  circle(-74, -10, 17, C.ink), circle(-74, -10, 7, C.mist), circle(68, -10, 17, C.ink), circle(68, -10, 7, C.mist), rect(114, -30, 8, 8, C.amber2, 2));

export const cone = (x, y, s = 1) => group(x, y, s, path('M-12 0 L-3 -34 H3 L12 0 Z', C.orange), path('M-8.5 -13 L-6 -22 H6 L8.5 -13 Z', C.white), rect(-16, -3, 32, 5, C.orange, 2));

/** A block of flats or offices standing on y. */
export const block = (x, y, w, h, fill, { pane = '#FFFFFF', cols = 4, rows = 5, opacity = 0.6, pw = 0.5, ph = 0.5 } = {}) => {
  const cw = w / cols, rh = (h - 14) / rows;
  return rect(x, y - h, w, h, fill) + `<g fill="${pane}" opacity="${opacity}">` +
    many(cols * rows, i => `<rect x="${(x + (i % cols) * cw + cw * (1 - pw) / 2).toFixed(1)}" y="${(y - h + 10 + Math.floor(i / cols) * rh + rh * (1 - ph) / 2).toFixed(1)}" width="${(cw * pw).toFixed(1)}" height="${(rh * ph).toFixed(1)}" rx="1.5"/>`) + '</g>';
};

export const skyline = (y, fill, seed = 1) => many(15, i => {
  const h = 34 + ((i * 37 * seed) % 71), w = 46 + ((i * 13 * seed) % 24);
  return rect(i * 64 - 20, y - h, w, h + 2, fill);
});

export const flag = (x, y, s, fill) => group(x, y, s, line('M0 0 V-60', C.steel, 3), path('M1 -60 Q16 -66 30 -59 V-40 Q16 -46 1 -40 Z', fill));
export const bubble = (x, y, w, h, fill, tail = 'left') => rect(x, y, w, h, fill, 16) +
  path(tail === 'left' ? `M${x + 24} ${y + h - 2} L${x + 14} ${y + h + 20} L${x + 50} ${y + h - 2} Z` : `M${x + w - 24} ${y + h - 2} L${x + w - 14} ${y + h + 20} L${x + w - 50} ${y + h - 2} Z`, fill);
