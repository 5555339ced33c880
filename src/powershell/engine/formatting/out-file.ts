/** Out-File: text as Out-String makes it, into a file. */
import { chmodSync, closeSync, existsSync, openSync, statSync, writeSync } from 'node:fs';
import { defineCommand, flag, parameter, range } from '../commands/support/command-spec.js';
import { text } from '../commands/support/arguments.js';
import { encodingParameter } from '../commands/support/encoding.js';
import { fileOpened, fileToWrite, textEncoding } from '../commands/support/files.js';
import { inputOf } from '../commands/support/objects.js';
import { appendBytes, appendText } from '../file-steps.js';
import { settle, type Steps } from '../pending.js';
import type { LineFormatter } from './formatter.js';
import { LINES_AT_ONCE, textFormatter } from './out-commands.js';

const OWNER_WRITE = 0o200;

export const outFile = defineCommand(
  'Out-File',
  {
    module: 'Microsoft.PowerShell.Utility',
    defaultSet: 'ByPath',
    shouldProcess: true,
    synopsis: 'Sends output to a file.',
  },
  [
    parameter('FilePath', 'String', 'ByPath: M 0', { alias: 'Path' }),
    parameter('LiteralPath', 'String', 'ByLiteralPath: M P', { alias: 'PSPath LP' }),
    { ...encodingParameter('1') },
    flag('Append'),
    flag('Force'),
    flag('NoClobber', '', { alias: 'NoOverwrite' }),
    parameter('Width', 'Int32', '', { check: range(2, 2147483647) }),
    flag('NoNewline'),
    parameter('InputObject', 'PSObject', 'V'),
  ],
  (context) => {
    let file: number | undefined;
    let readOnly: { readonly path: string; readonly mode: number } | undefined;
    let formatter: LineFormatter | undefined;
    const lines: string[] = [];
    const encoding = textEncoding(context);
    const end = context.flag('NoNewline') ? '' : process.platform === 'win32' ? '\r\n' : '\n';
    const tick = (): Promise<void> | undefined => context.tick();
    function* flush(): Steps<void> {
      if (file === undefined) return;
      for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
        const part = lines.slice(at, at + LINES_AT_ONCE);
        yield* appendText(file, part.join(end), (piece) => encoding.encode(piece), tick);
        yield* appendBytes(file, encoding.encode(end), tick);
      }
      lines.length = 0;
    }
    const open = (path: string): number => {
      const exists = existsSync(path);
      const append = context.flag('Append');
      if (exists && context.flag('NoClobber') && !append)
        context.fail(`The file '${path}' already exists.`, {
          errorId: 'NoClobber',
          category: 'ResourceExists',
          target: path,
          exceptionType: 'System.IO.IOException',
        });
      if (exists && context.flag('Force')) {
        const { mode } = statSync(path);
        if ((mode & OWNER_WRITE) === 0) {
          chmodSync(path, mode | OWNER_WRITE);
          readOnly = { path, mode };
        }
      }
      return fileOpened(context, path, () => {
        const opened = openSync(path, append ? 'a' : 'w');
        if (encoding.bom.length > 0 && !(append && exists && statSync(path).size > 0)) writeSync(opened, encoding.bom);
        return opened;
      });
    };
    return {
      *begin(): Steps<void> {
        const path = text(context, 'FilePath') ?? text(context, 'LiteralPath') ?? '';
        if (!(yield* settle(context.shouldProcess(path, 'Output to File')))) return;
        file = open(fileToWrite(context, path, context.isBound('LiteralPath')));
        formatter = textFormatter(context, (line) => {
          lines.push(line);
        });
      },
      *process(): Steps<void> {
        const value = inputOf(context);
        if (value === undefined || formatter === undefined) return;
        yield* formatter.push(value);
        yield* flush();
      },
      raw(bytes: Uint8Array) {
        if (file !== undefined) writeSync(file, bytes);
      },
      *end(): Steps<void> {
        formatter?.end();
        yield* flush();
      },
      dispose() {
        if (file !== undefined) closeSync(file);
        file = undefined;
        if (readOnly !== undefined) chmodSync(readOnly.path, readOnly.mode);
        readOnly = undefined;
      },
    };
  },
);
