// Renders every scene to ../{scene}-cover.jpg (900 x 383) and ../{scene}-body.jpg (900 x 600).
// node draw.mjs [scene ...]   needs Chromium and a CJK font; CHROMIUM names another binary.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as city from './scenes-city.mjs';
import * as life from './scenes-life.mjs';
import * as plans from './scenes-plans.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const target = process.env.TARGET ?? join(here, '..');
const kebab = name => name.replace(/[A-Z]/g, letter => '-' + letter.toLowerCase());
const wanted = process.argv.slice(2);
const scenes = Object.entries({ ...city, ...life, ...plans }).map(([name, draw]) => [kebab(name), draw]).filter(([name]) => !wanted.length || wanted.includes(name));
const svg = (draw, top, height) => `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="${height}" viewBox="0 ${top} 900 ${height}">${draw()}</svg>`;
const jobs = scenes.flatMap(([name, draw]) => [[`${name}-cover`, svg(draw, 0, 383), 383], [`${name}-body`, svg(draw, -130, 600), 600]]);

// The pictures are elements of the page, so that its load event (and with it --dump-dom) waits for them.
const page = `<!doctype html><meta charset="utf-8"><body>${jobs.map(([name, picture, height]) =>
  `<img id="${name}" width="900" height="${height}" src="data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}">`).join('')}
<script>
addEventListener('load', () => {
  for (const image of [...document.images]) {
    const canvas = document.createElement('canvas');
    canvas.width = image.width; canvas.height = image.height;
    const whole = image.naturalWidth > 0;
    if (whole) canvas.getContext('2d').drawImage(image, 0, 0);
    const out = document.createElement('pre');
    out.textContent = image.id + ':' + (whole ? canvas.toDataURL('image/jpeg', 0.82) : 'broken');
    image.replaceWith(out);
  }
});
</script>`;

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
try {
  writeFileSync(join(folder, 'page.html'), page);
  const dom = execFileSync(process.env.CHROMIUM ?? 'chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', `--user-data-dir=${folder}/profile`,
'--dump-dom', `file://${folder}/page.html`], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  for (const [, name, data] of dom.matchAll(/<pre>([a-z-]+):([^<]+)<\/pre>/g)) {
    if (data === 'broken') { console.error(`${name}: the drawing is not well-formed`); process.exitCode = 1; continue; }
    const bytes = Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
    writeFileSync(join(target, `${name}.jpg`), bytes);
    console.log(`${name}.jpg ${(bytes.length / 1024).toFixed(0)} KB`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
