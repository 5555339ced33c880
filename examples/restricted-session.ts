/**
 * An endpoint with a restricted configuration, and what its caller can and cannot do.
 *
 *     node restricted-session.js
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { invokeCommand, newPSSession, PSSessionError, type InvokeCommandParameters } from 'pssession';
import { sessionConfiguration } from 'pssession/server';
import { createTestEndpoint } from 'pssession/testing';

const CONFIGURATION = `@{
  SchemaVersion = '2.0.0.0'
  SessionType = 'RestrictedRemoteServer'
  FunctionDefinitions = @{ Name = 'Get-Sum'; ScriptBlock = { param([int] $A, [int] $B) "$A + $B = $($A + $B)" } }
  RoleDefinitions = @{
    operators = @{
      VisibleCmdlets = @{ Name = 'Get-Date'; Parameters = @{ Name = 'Year'; ValidateSet = '2000', '2001' }, @{ Name = 'Format' } }
      VisibleFunctions = 'Get-Sum'
    }
  }
}`;

type Definition = NonNullable<InvokeCommandParameters['definition']>;
/** A command with its parameters: what a session without language takes. */
function command(name: string, parameters: Readonly<Record<string, string | number>>): Definition {
  const merges = { mergeMyResult: 0, mergeToResult: 0, mergePreviousResults: 0, mergeError: 0 };
  const more = { mergeWarning: 0, mergeVerbose: 0, mergeDebug: 0, mergeInformation: 0 };
  return {
    statements: [
      [
        {
          command: name,
          isScript: false,
          useLocalScope: null,
          parameters: Object.entries(parameters).map(([key, value]) => ({ name: key, value })),
          ...merges,
          ...more,
        },
      ],
    ],
    isNested: false,
    history: null,
    redirectShellErrorOutputPipe: true,
  };
}

export async function restrictedSession(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'restricted-'));
  const configurationFile = path.join(folder, 'ops.pssc');
  writeFileSync(configurationFile, CONFIGURATION);
  try {
    await using endpoint = await createTestEndpoint({
      configurations: [sessionConfiguration({ name: 'Ops', configurationFile })],
      users: [{ user: 'alice', password: 'secret', groups: ['operators'] }],
    });
    const credential = { userName: endpoint.user, password: endpoint.password };
    await using session = await newPSSession({
      connectionUri: endpoint.url,
      credential,
      configurationName: 'Ops',
    }).one();
    const attempt = async (what: string, parameters: Partial<InvokeCommandParameters>): Promise<void> => {
      try {
        for await (const record of invokeCommand({ session, ...parameters }).records) {
          if (record.stream === 'output') print(`${what}: ${String(record.value)}`);
          else if (record.stream === 'error') print(`${what}: ${record.value.fullyQualifiedErrorId}`);
        }
      } catch (error) {
        if (!(error instanceof PSSessionError)) throw error;
        print(`${what}: ${error.errorId}`);
      }
    };
    await attempt('a function of the role', { definition: command('Get-Sum', { A: 1, B: 2 }) });
    await attempt('a value that is allowed', { definition: command('Get-Date', { Year: 2000, Format: 'yyyy' }) });
    await attempt('a value that is not', { definition: command('Get-Date', { Year: 1999 }) });
    await attempt('a command that is hidden', { definition: command('Get-Process', {}) });
    await attempt('a script', { scriptBlock: '1 + 1' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await restrictedSession(console.log);
