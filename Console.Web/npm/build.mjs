// Bundles every module directly under src/ into ../wwwroot/js. Run by npm.targets, or by hand: node build.mjs
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const outputs = join(here, '..', 'wwwroot', 'js');
const lock = join(here, '..', 'obj', 'npm.lock');

const modified = path => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const pause = milliseconds => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Two builds at once (tests beside a publish) must not write into one folder together: the second waits for the first. */
async function withLock(action) {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const owner = Number(readIfThere(lock));
      const abandoned = owner ? !alive(owner) : Date.now() - modified(lock) > 10_000;
      if (abandoned) rmSync(lock, { force: true });
      else pause(200);
    }
  }
  try {
    await action();
  } finally {
    rmSync(lock, { force: true });
  }
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function install() {
  // npm writes this file last, so it stands for a finished installation.
  const done = modified(join(here, 'node_modules', '.package-lock.json'));
  if (done >= modified(join(here, 'package-lock.json'))) return;
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.error?.code === 'ENOENT')
    throw new Error('npm is not installed; install it together with Node.js, on Debian and Ubuntu with: sudo apt-get install nodejs npm');
  if (npm.status !== 0) throw new Error(`npm ci ended with status ${npm.status ?? npm.signal}`);
}

async function bundle() {
  const { build } = await import('esbuild');
  const entries = readdirSync(join(here, 'src')).filter(name => name.endsWith('.js')).map(name => join(here, 'src', name));
  await build({
    entryPoints: entries,
    outdir: outputs,
    bundle: true,
    format: 'esm',
    minify: true,
    target: ['chrome100', 'firefox100', 'safari15'],
    legalComments: 'none',
    logLevel: 'warning',
  });
}

try {
  await withLock(async () => {
    install();
    await bundle();
  });
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}
