/**
 * Writes src/powershell/engine/net/surface/*.ts: the members of the .NET types that the engine knows, as the real
 * PowerShell lists and prints them. `node scripts/run.mjs net-surface` after a change of net-surface/types.txt.
 *
 * One fact a line: `#Name|kind|base|interfaces|assembly|type parameters|attributes|fields` begins a type (assembly empty for
 * System.Private.CoreLib, attributes a hexadecimal number, `=` before a field that is a constant, `!` before one that is only read),
 * `e[flags]|base|A=0,B=1` an enum's values, `c` a constructor, `s`/`m` a static/instance method, `q`/`p` a
 * static/instance property; the rest of the line is PowerShell's definition text without the word `static`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { peerAvailable, startPeer } from '../support/peer.js';

const HERE = path.join('test', 'programs', 'net-surface');
const TARGET = path.join('src', 'powershell', 'engine', 'net', 'surface');
/** How PowerShell prints a pointer's type: with its assembly. Kept short as `~`. */
const CORE_LIBRARY = /, System\.Private\.CoreLib, Version=[\d.]+, Culture=neutral, PublicKeyToken=[0-9a-f]+/g;

function families(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of readFileSync(path.join(HERE, 'types.txt'), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const family = /^\[(\w+)\]$/.exec(line)?.[1];
    if (family === undefined) current.push(line);
    else {
      current = found.get(family) ?? [];
      found.set(family, current);
    }
  }
  return found;
}

/** Accessors go (their property tells of them), as does what repeats. */
function tidy(lines: readonly string[]): string[] {
  const out: string[] = [];
  let properties = new Set<string>();
  let seen = new Set<string>();
  for (const raw of lines) {
    const line = raw
      .replace(CORE_LIBRARY, '~')
      .replace(/^sstatic /, 's')
      .replace(/`\d\[(?=T)/g, '[');
    if (raw.startsWith('#')) {
      properties = new Set();
      seen = new Set();
      out.push(raw);
      continue;
    }
    if (line.startsWith('p') || line.startsWith('q')) properties.add(/(\S+) \{[^}]*\}$/.exec(line)?.[1] ?? '');
    const accessor = /[ .](?:get|set|add|remove)_(\w+)\(/.exec(line);
    if (accessor !== null && (properties.has(accessor[1] ?? '') || /[ .](?:add|remove)_/.test(line))) continue;
    if (seen.has(line)) continue;
    seen.add(line);
    out.push(line);
  }
  return out;
}

if (!peerAvailable) throw new Error('the real engine is needed');
const peer = await startPeer('eval');
let types = 0;
let members = 0;
let unknown = 0;
for (const [family, names] of families()) {
  const script = readFileSync(path.join(HERE, 'surface.ps1'), 'utf8');
  const answer = await peer.ask({ script, args: [names], timeoutMs: 200_000 }, 240_000);
  const texts = answer['texts'];
  if (!Array.isArray(texts)) throw new Error(JSON.stringify(answer).slice(0, 2000));
  const lines = tidy(texts.filter((text): text is string => typeof text === 'string'));
  for (const line of lines.filter((text) => text.startsWith('?'))) {
    unknown += 1;
    console.log(`no such type: ${line.slice(1)}`);
  }
  const kept = lines.filter((line) => !line.startsWith('?'));
  types += kept.filter((line) => line.startsWith('#')).length;
  members += kept.filter((line) => /^[csmpq]/.test(line)).length;
  const body = kept.join('\n').replace(/[\\`]|\$\{/g, '\\$&');
  writeFileSync(
    path.join(TARGET, `${family}.ts`),
    `/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */\nexport const ${family.toUpperCase()} = \`\n${body}\n\`;\n`,
  );
}
const names = [...families().keys()].sort();
writeFileSync(
  path.join(TARGET, 'texts.ts'),
  `/** Made by test/programs/net-surface.ts: every family's text. */\n${names
    .map((name) => `import { ${name.toUpperCase()} } from './${name}.js';\n`)
    .join('')}\nexport const TEXTS: readonly string[] = [\n${names
    .map((name) => `  ${name.toUpperCase()},\n`)
    .join('')}];\n`,
);
const typeData = await peer.ask(
  { script: readFileSync(path.join(HERE, 'type-data.ps1'), 'utf8'), args: [], timeoutMs: 200_000 },
  240_000,
);
const dataLines = typeData['texts'];
if (!Array.isArray(dataLines)) throw new Error(JSON.stringify(typeData).slice(0, 2000));
writeFileSync(
  path.join(TARGET, 'typedata.ts'),
  `/** Made by test/programs/net-surface.ts from the real engine: what test/programs/net-surface/type-data.ps1 tells. */\nexport const TYPE_DATA = \`\n${dataLines
    .join('\n')
    .replace(/[\\`]|\$\{/g, '\\$&')}\n\`;\n`,
);
await peer[Symbol.asyncDispose]();
console.log(`${types} types, ${members} members`);
console.log(`${types} passed, ${unknown} failed`);
