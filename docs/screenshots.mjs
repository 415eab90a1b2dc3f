// Photographs the running console (./run.sh) for the README.
// node docs/screenshots.mjs [name ...]   CONSOLE=http://localhost:5080, SIMULATOR=http://localhost:5081, CHROMIUM=/usr/bin/chromium
// The browser driver is the one that Console.Tests restores: build that project once.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const driver = ['Debug', 'Release'].map(kind => join(root, 'Console.Tests', 'bin', kind, 'net10.0', '.playwright', 'package', 'index.mjs')).find(existsSync);
if (!driver) throw new Error('Build Console.Tests first: it brings the browser driver.');
const { chromium } = await import(pathToFileURL(driver));

const address = process.env.CONSOLE ?? 'http://localhost:5080';
const simulator = process.env.SIMULATOR ?? 'http://localhost:5081';
const folder = join(root, 'docs', 'screenshots');
const password = 'Demo-2026!';
const supervisor = 'supervisor@demo.gov';
const editor = 'editor@police.demo.gov';

/** name, who, address or a function that leads there, options */
const shots = [
  ['login', null, '/login', {}],
  ['workbench', supervisor, '/', {}],
  ['workbench-en-dark', supervisor, '/', { language: 'en', dark: true }],
  ['posts', supervisor, '/posts', {}],
  ['editor', editor, page => post(page, editor, '头盔检查'), {}],
  ['editor-phone', editor, page => post(page, editor, '头盔检查'), { width: 390, height: 844 }],
  ['review', supervisor, page => first(page, '/reviews'), {}],
  ['calendar', supervisor, '/calendar', {}],
  ['accounts', supervisor, '/accounts', {}],
  ['account-new', 'admin@demo.gov', '/accounts/new', {}],
  ['workload', supervisor, '/workload', {}],
  ['audit', 'auditor@demo.gov', '/audit', {}],
  ['evidence', 'auditor@demo.gov', page => evidence(page), { height: 1200 }],
  ['citizen', null, page => citizen(page, '临江交警'), { width: 390, height: 844 }],
  ['delivery', supervisor, page => post(page, supervisor, '供水管网'), {}],
];

/** The post's page, found through the API as the same person. */
async function post(page, who, title) {
  const send = (path, options) => page.request.fetch(`${address}/api/v1${path}`, options).then(answer => answer.json());
  const { accessToken } = await send('/auth/login', { method: 'POST', data: { email: who, password } });
  const found = await send(`/posts?q=${encodeURIComponent(title)}&limit=1`, { headers: { authorization: `Bearer ${accessToken}` } });
  await page.goto(`/posts/${found.items[0].id}`);
}

/** The evidence sheet of the newest published post. */
async function evidence(page) {
  await page.goto('/posts?view=all&status=Published');
  await page.goto('/' + await page.locator('[data-testid=post-row] a[href$="/evidence"]').first().getAttribute('href'));
}

/** An account as a citizen sees it on the simulated platform. */
async function citizen(page, account) {
  await page.goto(simulator);
  await page.getByRole('link', { name: new RegExp(account) }).first().click();
}

/** The first item of a queue, opened. */
async function first(page, queue) {
  await page.goto(queue);
  await live(page);
  await page.getByRole('main').locator('a[href*="review"], a[href*="posts/"], [data-row]').first().click();
}

const live = page => page.waitForFunction(() => document.documentElement.dataset.live === 'true');

async function signIn(page, email) {
  await page.goto('/login');
  await page.locator('input[type=email], input[name$=Email]').first().fill(email);
  await page.locator('input[type=password]').first().fill(password);
  await page.locator('form button[type=submit]').first().click();
  await page.waitForURL(url => !url.pathname.startsWith('/login'));
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
const wanted = process.argv.slice(2);
for (const [name, who, where, { language = 'zh-CN', dark = false, width = 1366, height = 768 }] of shots) {
  if (wanted.length && !wanted.includes(name)) continue;
  const context = await browser.newContext({
    baseURL: address, locale: language, timezoneId: 'Asia/Shanghai', viewport: { width, height }, reducedMotion: 'reduce', colorScheme: dark ? 'dark' : 'light',
  });
  context.setDefaultTimeout(20000);
  await context.addCookies([{ name: '.AspNetCore.Culture', value: `c=${language}|uic=${language}`, url: address }]);
  const page = await context.newPage();
  try {
    if (who) await signIn(page, who);
    if (typeof where === 'function') await where(page);
    else await page.goto(where);
    if (who) await live(page);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForLoadState('networkidle');
    // Lists fill after the page is live; a picture has no deadline to miss.
    await page.waitForTimeout(3000);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    console.log(`${name}.png`);
  } catch (trouble) {
    console.error(`${name}: ${trouble.message.split('\n')[0]}`);
    process.exitCode = 1;
  }
  await context.close();
}
await browser.close();
