/** Get-Clipboard and Set-Clipboard: by the system's own program, or within the session where there is none. */
import { spawnSync } from 'node:child_process';
import { EOL } from 'node:os';
import type { PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import type { EngineCommandContext } from '../engine-services.js';
import { texts } from '../support/arguments.js';
import { defineCommand, flag, parameter } from '../support/command-spec.js';

const MANAGEMENT = 'Microsoft.PowerShell.Management' as const;
const LIMIT_MS = 5000;
const HELD = Symbol('clipboard');

/** The program and its arguments; undefined where PowerShell knows none. */
function program(context: EngineCommandContext, writes: boolean): readonly [string, ...string[]] | undefined {
  if (process.platform === 'darwin') return [writes ? 'pbcopy' : 'pbpaste'];
  const display = context.services.environment?.get('DISPLAY') ?? process.env['DISPLAY'];
  // Without a display xclip could only wait for one.
  if (process.platform === 'win32' || display === undefined || display === '') return undefined;
  return ['xclip', '-selection', 'clipboard', writes ? '-in' : '-out'];
}
const held = (context: EngineCommandContext): { text: string } => context.services.state(HELD, () => ({ text: '' }));
function readClipboard(context: EngineCommandContext): string {
  const [name, ...args] = program(context, false) ?? [''];
  if (name === '') return held(context).text;
  const ran = spawnSync(name, args, { encoding: 'utf8', timeout: LIMIT_MS });
  return ran.error === undefined && ran.status === 0 ? ran.stdout : held(context).text;
}
function writeClipboard(context: EngineCommandContext, text: string): void {
  held(context).text = text;
  const [name, ...args] = program(context, true) ?? [''];
  if (name !== '') spawnSync(name, args, { input: text, timeout: LIMIT_MS, stdio: ['pipe', 'ignore', 'ignore'] });
}

const getClipboard = defineCommand(
  'Get-Clipboard',
  { alias: 'gcb', module: MANAGEMENT, output: 'System.String', synopsis: 'Gets the contents of the clipboard.' },
  [flag('Raw'), parameter('Delimiter', 'String[]', '', { attributes: 'ArgumentCompleter' })],
  (context) => ({
    *begin(): Steps<void> {
      const text = readClipboard(context);
      if (text === '' && !context.flag('Raw')) return;
      if (context.flag('Raw')) {
        yield* settle(context.write(text));
        return;
      }
      const delimiters = texts(context, 'Delimiter') ?? ['\r\n', '\n'];
      let parts = [text];
      for (const delimiter of delimiters) parts = parts.flatMap((part) => part.split(delimiter));
      yield* settle(context.writeAll(parts));
    },
  }),
);
const setClipboard = defineCommand(
  'Set-Clipboard',
  {
    alias: 'scb',
    module: MANAGEMENT,
    shouldProcess: true,
    output: 'System.String',
    synopsis: 'Sets the contents of the clipboard.',
  },
  [
    parameter('Value', 'String[]', 'M 0 V P', { allow: 'Null EmptyCollection EmptyString' }),
    flag('Append'),
    flag('PassThru'),
    flag('AsOSC52', '', { alias: 'ToLocalhost' }),
  ],
  (context) => {
    const lines: string[] = [];
    return {
      process() {
        const value: PSValue = context.arg('Value') ?? null;
        lines.push(...(texts(context, 'Value') ?? []));
        return context.flag('PassThru') ? context.write(value) : undefined;
      },
      *end(): Steps<void> {
        let text = lines.join(EOL);
        if (context.flag('Append')) {
          const before = readClipboard(context);
          if (before !== '') text = before + EOL + text;
        }
        const shown = text.length > 20 ? `${text.slice(0, 20)} ...` : text;
        if (!(yield* settle(context.shouldProcess(shown, 'Set Clipboard Content')))) return;
        // The terminal that shows the session puts the text on its own clipboard.
        if (context.flag('AsOSC52') && context.host.hasUI)
          yield* settle(
            context.host.call(
              'Write1',
              [`\u001b]52;;${Buffer.from(toText(text)).toString('base64')}\u0007`],
              context.signal,
            ),
          );
        else writeClipboard(context, text);
      },
    };
  },
);
export const CLIPBOARD_COMMANDS: readonly CommandRegistration[] = [getClipboard, setClipboard];
