/** Get-Help -Online: shows a page in the person's browser, or says where it is. */
import { existsSync } from 'node:fs';
import nodePath from 'node:path';
import { Program } from '../../../../io/runtime/index.js';
import type { EngineCommandContext } from '../engine-services.js';

/** Programs that hand an address to the browser, with what stands before it. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly (readonly string[])[]>>> = {
  win32: [['explorer.exe']],
  darwin: [['open']],
};
const UNIX_OPENERS: readonly (readonly string[])[] = [['xdg-open'], ['wslview']];

export async function openPage(context: EngineCommandContext, address: string | undefined): Promise<void> {
  if (address === undefined || !/^https?:\/\//i.test(address))
    context.fail(
      'The online version of this Help topic cannot be displayed because the Internet address (URI) of the Help topic is not specified in the command code or in the help file for the command.',
      INVALID,
    );
  // In a session on another computer, and where nobody sits at a screen, the address is all that can be given.
  const opener = context.services.onTerminal ? findOpener(context) : undefined;
  const failed = `Starting a browser to display online Help failed. No program or browser is associated to open the URI ${address}.`;
  if (opener === undefined) context.fail(failed, INVALID);
  const [file = '', ...before] = opener;
  const program = new Program({
    file,
    args: [...before, address],
    cwd: context.services.location.path,
    env: Object.fromEntries(context.services.environment ?? []),
    input: 'nothing',
    output: 'pipe',
    error: 'pipe',
  });
  for (;;) {
    const event = await context.services.wait(program.next());
    if (event.type !== 'exit') continue;
    if (event.code !== 0 && process.platform !== 'win32') context.fail(failed, INVALID);
    return;
  }
}
const INVALID = {
  errorId: 'InvalidOperation',
  category: 'InvalidOperation',
  exceptionType: 'System.Management.Automation.PSInvalidOperationException',
} as const;

function findOpener(context: EngineCommandContext): readonly string[] | undefined {
  const environment = context.services.environment ?? new Map<string, string>();
  const browser = environment.get('BROWSER');
  const folders = (environment.get('PATH') ?? '').split(nodePath.delimiter);
  const candidates = OPENERS[process.platform] ?? UNIX_OPENERS;
  for (const [name = '', ...rest] of browser === undefined ? candidates : [[browser], ...candidates]) {
    if (nodePath.isAbsolute(name) && existsSync(name)) return [name, ...rest];
    const folder = folders.find((one) => one !== '' && existsSync(nodePath.join(one, name)));
    if (folder !== undefined) return [nodePath.join(folder, name), ...rest];
  }
  return undefined;
}
