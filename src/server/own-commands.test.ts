/** Functions of a Node program as commands of an endpoint: what a client has of them, and what they throw. */
import { describe, expect, it } from 'vitest';
import { ownCommands } from '../../examples/own-commands.js';
import { invokeCommand, newPSSession, type InvokeCommandParameters } from '../client/session/index.js';
import type { CommandContext, CommandRegistration } from '../powershell/engine/index.js';
import { createTestEndpoint } from '../testing/index.js';
import { Endpoint, sessionConfiguration } from './index.js';

/** `Test-It <what>`: does what it is told. */
const testIt = (work: Readonly<Record<string, (context: CommandContext) => Promise<void>>>): CommandRegistration => ({
  spec: {
    name: 'Test-It',
    aliases: [],
    className: '',
    sets: ['__AllParameterSets'],
    defaultSet: '__AllParameterSets',
    supportsShouldProcess: true,
    parameters: [
      {
        name: 'What',
        type: 'String',
        aliases: [],
        sets: { '*': { mandatory: true, position: 0, byValue: false, byPropertyName: false } },
        validation: [],
      },
    ],
  },
  create: (context) => ({
    process: () => work[String(context.arg('What'))]?.(context),
  }),
});

it('examples/own-commands.ts', async () => {
  const lines: string[] = [];
  await ownCommands((line) => lines.push(line));
  expect(lines).toEqual(['output: 120, 0', 'warning: nuts are sold out.', 'error: NoSuchArticle,Get-Stock']);
});

describe('a function as a command of a session configuration', () => {
  it('throws what it will: the script goes on, and the endpoint too', async () => {
    let stopped = 0;
    await using endpoint = await createTestEndpoint({
      configurations: [
        sessionConfiguration({
          name: 'Own',
          runspace: {
            kind: 'embedded',
            commands: [
              testIt({
                plain: () => Promise.reject(new Error('plain', { cause: new Error('why') })),
                text: () => Promise.reject('only a text' as unknown as Error),
                fault: () => Promise.resolve(undefined as unknown as { x(): void }).then((nothing) => nothing.x()),
                ask: async (context) => {
                  if ((await context.shouldProcess('it', 'try')) === true) await context.write('done');
                },
                wait: async ({ signal }) => {
                  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
                  stopped += 1;
                },
              }),
            ],
          },
        }),
      ],
    });
    await using session = await newPSSession({
      connectionUri: endpoint.url,
      configurationName: 'Own',
      credential: { userName: endpoint.user, password: endpoint.password },
      authentication: 'Basic',
    }).one();
    const texts = async (scriptBlock: string, more: Partial<InvokeCommandParameters> = {}): Promise<string[]> =>
      (await invokeCommand({ session, scriptBlock, ...more }).all()).map(String);
    const told = '"$($_.FullyQualifiedErrorId) $($_.Exception.GetType().FullName) $($_.Exception.Message)"';
    expect(
      await texts(`foreach ($what in 'plain', 'text') { try { Test-It $what } catch { ${told} } }; $Error.Count`),
    ).toEqual([
      'System.Exception,Test-It System.Exception plain',
      'System.Exception,Test-It System.Exception only a text',
      '2',
    ]);
    expect(await texts('try { Test-It plain } catch { $_.Exception.InnerException.Message }')).toEqual(['why']);
    expect(await texts(`try { Test-It fault } catch { $_.FullyQualifiedErrorId }`)).toEqual(['InternalError,Test-It']);
    expect(await texts('Test-It ask -WhatIf; Test-It ask')).toEqual(['done']);
    expect(await texts('(Get-Command Test-It -Syntax).Trim()')).toEqual([
      'Test-It [-What] <string> [-WhatIf] [-Confirm] [<CommonParameters>]',
    ]);
    expect(await texts("(Get-Help Test-It -Full | Out-String) -match 'Parameter set name +\\(All\\)'")).toEqual([
      'True',
    ]);
    const waiting = invokeCommand({ session, scriptBlock: 'Test-It wait' });
    while (session.availability !== 'Busy') await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await waiting.stop();
    expect([stopped, await texts("'again'")]).toEqual([1, ['again']]);
  });

  it('is refused where sessions have processes of their own', async () => {
    await expect(
      Endpoint.start({
        users: { verify: () => Promise.resolve({ ok: false, reason: 'unknownUser' }) },
        configurations: [sessionConfiguration({ name: 'Own', runspace: { kind: 'embedded', commands: [testIt({})] } })],
        durability: { stateFolder: '/nowhere', runtimeFolder: '/nowhere' },
      }),
    ).rejects.toMatchObject({ errorId: 'OwnCommandsNeedThisProcess' });
  });
});
