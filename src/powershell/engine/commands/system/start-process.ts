/** Start-Process: a program of its own, with its streams in files or with this process's. */
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import nodePath from 'node:path';
import { PSDictionary } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { splitArguments } from '../../text/argument-line.js';
import { unwrap } from '../../values/live.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, NOT_EMPTY, parameter } from '../support/command-spec.js';
import { enumParameter } from '../support/enums.js';
import { targetFile } from '../support/files.js';
import { placeOf } from '../items/places.js';
import { processObject } from '../../net/process.js';
import { processById } from './process-table.js';

function refuse(context: EngineCommandContext, message: string, type = 'InvalidOperationException'): never {
  context.fail(message, {
    errorId: type,
    category: type === 'NotSupportedException' ? 'NotImplemented' : 'InvalidOperation',
    exceptionType: `System.${type === 'FileNotFoundException' || type === 'DirectoryNotFoundException' ? 'IO.' : ''}${type}`,
  });
}

function environment(context: EngineCommandContext): Record<string, string> {
  const own = context.services.environment;
  const all: Record<string, string> =
    context.flag('UseNewEnvironment') || own === undefined
      ? Object.fromEntries(
          Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
        )
      : Object.fromEntries(own);
  const more = context.arg('Environment');
  if (more !== undefined) {
    const table = unwrap(more);
    if (table instanceof PSDictionary)
      for (const [name, value] of table.entries()) {
        if (value === null) delete all[toText(name)];
        else all[toText(name)] = toText(value);
      }
  }
  return all;
}

export const startProcess = defineCommand(
  'Start-Process',
  {
    alias: 'saps start',
    module: 'Microsoft.PowerShell.Management',
    defaultSet: 'Default',
    shouldProcess: true,
    output: 'System.Diagnostics.Process',
    synopsis: 'Starts one or more processes on the local computer.',
  },
  [
    parameter('FilePath', 'String', 'M 0', { alias: 'PSPath Path', check: NOT_EMPTY }),
    parameter('ArgumentList', 'String[]', '1', { alias: 'Args' }),
    parameter('Credential', 'Object', 'Default: ', {
      alias: 'RunAs',
      check: NOT_EMPTY,
      attributes: 'Credential',
      shown: 'pscredential',
    }),
    parameter('WorkingDirectory', 'String', '', { check: NOT_EMPTY }),
    flag('LoadUserProfile', 'Default: ', { alias: 'Lup' }),
    flag('NoNewWindow', 'Default: ', { alias: 'nnw' }),
    flag('PassThru'),
    parameter('RedirectStandardError', 'String', 'Default: ', { alias: 'RSE', check: NOT_EMPTY }),
    parameter('RedirectStandardInput', 'String', 'Default: ', { alias: 'RSI', check: NOT_EMPTY }),
    parameter('RedirectStandardOutput', 'String', 'Default: ', { alias: 'RSO', check: NOT_EMPTY }),
    parameter('Verb', 'String', 'UseShellExecute: ', { check: NOT_EMPTY, attributes: 'ArgumentCompleter' }),
    enumParameter('WindowStyle', 'System.Diagnostics.ProcessWindowStyle', '', { check: NOT_EMPTY }),
    flag('Wait'),
    flag('UseNewEnvironment', 'Default: '),
    parameter('Environment', 'Hashtable', ''),
  ],
  (context) => ({
    async process() {
      for (const [name, word] of [
        ['Verb', '-Verb'],
        ['WindowStyle', '-WindowStyle'],
        ['Credential', '-Credential'],
      ] as const)
        if (context.isBound(name))
          refuse(
            context,
            `The parameter '${word}' is not supported for the cmdlet 'Start-Process' on this edition of PowerShell.`,
            'NotSupportedException',
          );
      const given = text(context, 'FilePath') ?? '';
      // An address is no path: the system is asked for a program of that name.
      const isPath = /[\\/]/.test(given) && !/^\w{2,}:\/\//.test(given);
      const hasDrive = /^[^:/\\]+:/.test(given);
      const isElsewhere = hasDrive && placeOf(context, given) instanceof Error;
      const local = !isElsewhere && (isPath || given.startsWith('.')) ? targetFile(context, given) : undefined;
      const inFolder = nodePath.resolve(context.services.location.path, given);
      const file = local ?? (existsSync(inFolder) && statSync(inFolder).isFile() ? inFolder : given);
      const folder = text(context, 'WorkingDirectory');
      const cwd = folder === undefined ? context.services.location.path : targetFile(context, folder);
      if (!existsSync(cwd))
        refuse(
          context,
          'This command cannot be run because either the parameter "WorkingDirectory" has a value that is not valid or cannot be used with this command. Give a valid input and Run your command again.',
          'DirectoryNotFoundException',
        );
      const args = splitArguments((texts(context, 'ArgumentList') ?? []).join(' '));
      if (!(await context.shouldProcess(`${file} ${args.join(' ')}`.trim()))) return;
      const child = await launch(context, file, args, cwd);
      const id = child.pid ?? 0;
      const facts = processById(id, Date.now());
      const object = facts === undefined ? undefined : processObject(facts);
      const ended = new Promise<void>((resolve) => {
        if (child.exitCode !== null) resolve();
        if (object === undefined) child.once('exit', () => resolve());
        else object.data.follow(child, () => resolve());
      });
      if (context.flag('PassThru') && object !== undefined) await context.write(object);
      if (context.flag('Wait')) {
        await Promise.race([
          ended,
          new Promise<never>((_, reject) => {
            context.signal.addEventListener(
              'abort',
              () => {
                reject(context.signal.reason instanceof Error ? context.signal.reason : new Error('stopped'));
              },
              { once: true },
            );
          }),
        ]);
      } else child.unref();
    },
  }),
);

const WITHOUT_SHELL =
  'ArgumentList NoNewWindow RedirectStandardInput RedirectStandardOutput RedirectStandardError'.split(' ');

async function launch(
  context: EngineCommandContext,
  file: string,
  args: readonly string[],
  cwd: string,
): Promise<ChildProcess> {
  const open: number[] = [];
  // What is not there is told by the name that was given.
  const told = existsSync(file) ? file : (text(context, 'FilePath') ?? file);
  const path = (name: string): string | undefined => {
    const given = text(context, name);
    return given === undefined ? undefined : targetFile(context, given);
  };
  const input = path('RedirectStandardInput');
  const output = path('RedirectStandardOutput');
  const errors = path('RedirectStandardError');
  const same = (a: string | undefined, b: string | undefined): boolean => a !== undefined && a === b;
  for (const [left, right, first, second] of [
    [input, output, 'RedirectStandardInput', 'RedirectStandardOutput'],
    [input, errors, 'RedirectStandardInput', 'RedirectStandardError'],
    [output, errors, 'RedirectStandardOutput', 'RedirectStandardError'],
  ] as const)
    if (same(left, right))
      refuse(
        context,
        `This command cannot be run because "${first}" and "${second}" are same. Give different inputs and Run your command again.`,
      );
  if (input !== undefined && !existsSync(input))
    refuse(
      context,
      `This command cannot be run because either the parameter "RedirectStandardInput '${text(context, 'RedirectStandardInput') ?? ''}'" has a value that is not valid or cannot be used with this command. Give a valid input and Run your command again.`,
      'FileNotFoundException',
    );
  const stream = (name: string | undefined, flags: string): number | 'inherit' | 'ignore' => {
    // In a session of a server the program must not write into the carrier of that session.
    if (name === undefined) return context.host.hasUI && context.flag('NoNewWindow') ? 'inherit' : 'ignore';
    const made = openSync(name, flags);
    open.push(made);
    return made;
  };
  const stdio: StdioOptions = [stream(input, 'r'), stream(output, 'w'), stream(errors, 'w')];
  try {
    return await new Promise<ChildProcess>((resolve, reject) => {
      const child = spawn(file, [...args], { cwd, env: environment(context), stdio, detached: !context.flag('Wait') });
      child.once('spawn', () => {
        resolve(child);
      });
      child.once('error', reject);
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const reason =
      code === 'ENOENT'
        ? `An error occurred trying to start process '${told}' with working directory '${cwd}'. No such file or directory`
        : code === 'EACCES'
          ? `An error occurred trying to start process '${file}' with working directory '${cwd}'. Permission denied`
          : error instanceof Error
            ? error.message
            : 'it cannot be started';
    // Where no shell is asked PowerShell lets the system's own error through.
    if (WITHOUT_SHELL.some((name) => context.isBound(name)))
      context.fail(reason, {
        errorId: 'System.ComponentModel.Win32Exception',
        category: 'NotSpecified',
        exceptionType: 'System.ComponentModel.Win32Exception',
      });
    return refuse(context, `This command cannot be run due to the error: ${reason}`);
  } finally {
    for (const one of open) closeSync(one);
  }
}
