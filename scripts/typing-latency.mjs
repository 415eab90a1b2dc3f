// Measures typing: from the key to the painted frame, in a post of the platform's full length with thirty pictures.
// Start the console (./run.sh), then: node scripts/typing-latency.mjs [http://localhost:5080]
import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { chromium } = createRequire(import.meta.url)(`${root}Console.Tests/bin/Debug/net10.0/.playwright/package`);
const base = process.argv[2] ?? 'http://localhost:5080';
const person = { email: 'editor@police.demo.gov', password: 'Demo-2026!' };

const { accessToken } = await (await fetch(`${base}/api/v1/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(person) })).json();
const auth = { Authorization: `Bearer ${accessToken}` };
const account = (await (await fetch(`${base}/api/v1/accounts`, { headers: auth })).json()).items[0];
const folder = `${root}Console.Infrastructure/Data/Seeding/Demo/pictures`;
const [picture] = readdirSync(folder);
const form = new FormData();
form.set('file', new Blob([readFileSync(`${folder}/${picture}`)]), picture);
const medium = await (await fetch(`${base}/api/v1/media`, { method: 'POST', headers: auth, body: form })).json();
const paragraph = `<p>${'今晚大雾，绕城高速北段可能临时管制，请提前两小时出门，收听交通广播。'.repeat(8)}</p>`;
const article = { title: '打字快慢', author: '', digest: '', contentHtml: `${paragraph.repeat(2)}<img src="${medium.url}" alt="">`.repeat(30), coverMediaId: medium.id, commentsOpen: false, commentsFansOnly: false };
const post = await (await fetch(`${base}/api/v1/posts`, { method: 'POST', headers: { ...auth, 'content-type': 'application/json' }, body: JSON.stringify({ accountId: account.id, channel: 'publish', articles: [article] }) })).json();

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
const page = await (await browser.newContext({ baseURL: base, viewport: { width: 1366, height: 768 } })).newPage();
await page.goto('/login');
await page.locator('input[type=email], input[name$=Email]').first().fill(person.email);
await page.locator('input[type=password]').first().fill(person.password);
await page.locator('form button[type=submit]').first().click();
await page.waitForURL(url => !url.pathname.startsWith('/login'));
await page.goto(`/posts/${post.id}`);
await page.locator('.ProseMirror > p').nth(20).click();
await page.evaluate(() => {
  window.took = [];
  document.querySelector('.ProseMirror').addEventListener('keydown', () => {
    const pressed = performance.now();
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => window.took.push(performance.now() - pressed);
      painted.port2.postMessage(0);
    });
  }, true);
});
await page.keyboard.type('a'.repeat(120), { delay: 60 });
await page.waitForFunction(() => window.took.length === 120);
const took = (await page.evaluate(() => window.took)).sort((a, b) => a - b);
const characters = await page.evaluate(() => document.querySelector('.ProseMirror').textContent.length);
const at = part => `${took[Math.min(took.length - 1, Math.floor(took.length * part))].toFixed(1)} ms`;
console.log(`${characters} characters, ${await page.locator('.ProseMirror img').count()} pictures: median ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(1)}`);
await browser.close();
