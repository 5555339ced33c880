/** The collected snippets (snippets/*.txt: blocks between blank lines, one file a topic), and what of a run is never the same. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Snippet {
  readonly id: string;
  readonly script: string;
}
const snippetsOf = (file: string): readonly Snippet[] =>
  readFileSync(file, 'utf8')
    .split(/\n\n+/)
    .map((script) => script.replace(/\n$/, ''))
    .filter((script) => script !== '')
    .map((script, index) => {
      const id = `${path.basename(file, '.txt')}/${index + 1}`;
      return { id, script: inFolder(id) ? within(script) : script };
    });
/** Snippets of such a file run in a folder of their own, which is gone afterwards. */
const inFolder = (id: string): boolean => id.startsWith('files');
const within = (script: string): string =>
  [
    `$folder = New-Item -ItemType Directory ([IO.Path]::Combine([IO.Path]::GetTempPath(), [guid]::NewGuid()))`,
    'Set-Location -LiteralPath $folder',
    `try { . {\n${script}\n} } finally { Set-Location /; Remove-Item -LiteralPath $folder -Recurse -Force }`,
  ].join('\n');
/** What a snippet shows, errors among it. */
const shown = ({ id, script }: Snippet): Snippet => ({
  id: id.startsWith('formatting') ? id : `text-${id}`,
  script: `$PSStyle.OutputRendering = 'PlainText'\n& {\n${script}\n} 2>&1 | Out-String -Width 100`,
});
export const compared = (file: string, asText: boolean): readonly Snippet[] =>
  snippetsOf(file).flatMap((snippet) =>
    snippet.id.startsWith('formatting') ? [shown(snippet)] : asText ? [snippet, shown(snippet)] : [snippet],
  );
export function collected(asText: boolean): readonly Snippet[] {
  const folder = path.resolve('test/programs/differential/snippets');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => compared(path.join(folder, name), asText));
}

const [TODAY] = new Date().toISOString().split('T') as [string];
const TODAY_SHOWN = new RegExp(`${TODAY.replace(/(\d+)-(\d+)-(\d+)/, '$2/$3/$1')} {1,2}\\d\\d:\\d\\d(?::\\d\\d)?`, 'g');
const TODAY_ISO = new RegExp(`${TODAY}T[\\d:.]+(?:Z|[+-]\\d\\d:\\d\\d)?`, 'g');
/** Whatever differs from run to run in the same engine. */
export const settle = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, '{guid}')
    // A script's class bears the name of the assembly that was made for it.
    .replace(/(?:<|&lt;|\\u003C)[0-9a-f]{6,8}(?:>|&gt;|\\u003E)\.(?=\w)/g, '')
    .replace(/__DynamicModule_\{guid\}/g, '__DynamicModule')
    // Files that a snippet wrote.
    .replaceAll(TODAY_SHOWN, '{now}')
    .replaceAll(TODAY_ISO, '{now}');
