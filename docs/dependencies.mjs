// Writes dependencies.md from the lock files and the licences that the restored packages state themselves.
// node docs/dependencies.mjs   after dotnet restore and npm ci
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const store = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages');
const purposes = JSON.parse(readFileSync(join(root, 'docs', 'dependencies.purposes.json'), 'utf8'));
const byName = (a, b) => a.name.toLowerCase().localeCompare(b.name.toLowerCase(), 'en') || a.version.localeCompare(b.version, 'en');

function nugetLicence(name, version) {
  const folder = join(store, name.toLowerCase(), version);
  const nuspec = existsSync(folder) && readdirSync(folder).find(file => file.endsWith('.nuspec'));
  if (!nuspec) return 'not restored';
  const text = readFileSync(join(folder, nuspec), 'utf8');
  const expression = /<license type="expression">([^<]+)</.exec(text)?.[1];
  if (expression) return expression;
  const file = /<license type="file">([^<]+)</.exec(text)?.[1];
  if (!file) return 'not stated';
  const words = readFileSync(join(folder, file.replaceAll('\\', '/')), 'utf8').slice(0, 400);
  return /MIT License/i.test(words) ? 'MIT' : words.split('\n')[0].trim();
}

const nuget = new Map();
for (const project of readdirSync(root).filter(name => name.startsWith('Console.') && existsSync(join(root, name, 'packages.lock.json')))) {
  for (const packages of Object.values(JSON.parse(readFileSync(join(root, project, 'packages.lock.json'), 'utf8')).dependencies)) {
    for (const [name, facts] of Object.entries(packages)) {
      if (facts.type === 'Project') continue;
      const key = `${name} ${facts.resolved}`;
      const entry = nuget.get(key) ?? { name, version: facts.resolved, licence: nugetLicence(name, facts.resolved), projects: new Set() };
      if (facts.type === 'Direct') entry.projects.add(project.replace('Console.', ''));
      nuget.set(key, entry);
    }
  }
}

const npmRoot = JSON.parse(readFileSync(join(root, 'Console.Web', 'npm', 'package.json'), 'utf8'));
const named = new Set([...Object.keys(npmRoot.dependencies ?? {}), ...Object.keys(npmRoot.devDependencies ?? {})]);
const npm = new Map();
for (const [path, facts] of Object.entries(JSON.parse(readFileSync(join(root, 'Console.Web', 'npm', 'package-lock.json'), 'utf8')).packages)) {
  if (!path) continue;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  npm.set(`${name} ${facts.version}`, { name, version: facts.version, licence: facts.license ?? 'not stated', dev: facts.dev === true });
}

const rows = [...nuget.values()].sort(byName);
const npmRows = [...npm.values()].sort(byName);
const table = (head, body) => [`| ${head.join(' | ')} |`, `| ${head.map(() => '---').join(' | ')} |`, ...body.map(row => `| ${row.join(' | ')} |`)].join('\n');
const purpose = name => purposes[name] ?? '';
const list = entries => table(['package', 'version', 'licence'], entries.map(entry => [entry.name, entry.version, entry.licence]));

writeFileSync(join(root, 'docs', 'dependencies.md'), `# Dependencies and their licences

Written by \`node docs/dependencies.mjs\` from the lock files; the licences are those the packages state in their own manifests. Everything is free
software; nothing under the GPL, LGPL or AGPL is linked. \`MPL-2.0\` is the accessibility checker of the tests, unchanged and not shipped.

## NuGet, named by a project

${table(['package', 'version', 'licence', 'used by', 'what for'], rows.filter(row => row.projects.size).map(row => [row.name, row.version, row.licence, [...row.projects].join(', '), purpose(row.name)]))}

## Optional, not in the default build

| package | version | licence | what for |
| --- | --- | --- | --- |
| Senparc.Weixin.MP | 16.25.3 | Apache-2.0 | the alternative platform client of \`-p:WeixinSdk=Senparc\` ([0025](decisions/0025-a-second-platform-client.md)); brings Senparc.Weixin, Senparc.CO2NET and Senparc.NeuChar, all Apache-2.0 |

## npm, named in Console.Web/npm/package.json

Bundled by the build into a few files under \`wwwroot/js\`; there is no npm at run time.

${table(['package', 'version', 'licence', 'what for'], npmRows.filter(row => named.has(row.name)).map(row => [row.name, row.version, row.licence, purpose(row.name)]))}

## Programs beside the console

${table(['program', 'licence', 'what for'], [
  ['PostgreSQL 14 or newer', 'PostgreSQL', 'the database; the console starts its own copy where no server is named'],
  ['.NET SDK 10', 'MIT', 'building and running'],
  ['Node.js 20 or newer', 'MIT', 'bundling the browser modules while building'],
  ['Chromium', 'BSD-3-Clause and others', 'browser tests, drawing the demo pictures; not needed to run'],
  ['Noto Sans CJK SC', 'OFL-1.1', 'Chinese text in tests and pictures; not shipped'],
])}

## NuGet, brought along by others

${list(rows.filter(row => !row.projects.size))}

## npm, brought along by others

${table(['package', 'version', 'licence', 'tests only'], npmRows.filter(row => !named.has(row.name)).map(row => [row.name, row.version, row.licence, row.dev ? 'yes' : '']))}
`);
