/** Start- and Stop-Transcript. Texts and ids were measured with pwsh 7.6.9. */
import { chmodSync, existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import nodePath from 'node:path';
import { PSObject, PropertyBag } from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { asNetThrow } from '../../runtime/foreign-errors.js';
import { transcriptName } from '../../runtime/transcripts.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text } from '../support/arguments.js';
import { defineCommand, flag, NOT_EMPTY, parameter } from '../support/command-spec.js';
import { isReadOnly } from '../items/file-item.js';
import { targetFile } from '../support/files.js';

const HOST = 'Microsoft.PowerShell.Host' as const;

/** The file, as it was asked for and where it is. */
function chosen(context: EngineCommandContext): { readonly shown: string; readonly path: string } {
  const folder = text(context, 'OutputDirectory');
  if (folder !== undefined) {
    const path = nodePath.join(targetFile(context, folder), transcriptName());
    return { shown: path, path };
  }
  const given = text(context, 'Path') ?? text(context, 'LiteralPath');
  if (given !== undefined) return { shown: given, path: targetFile(context, given) };
  const variable = context.services.variables.find('Transcript', undefined)?.value ?? null;
  const path =
    variable === null || toText(variable) === ''
      ? nodePath.join(context.services.environment?.get('HOME') ?? homedir(), transcriptName())
      : targetFile(context, toText(variable));
  return { shown: path, path };
}
const message = (text: string, path: string): PSObject =>
  new PSObject({
    base: text,
    typeNames: ['System.String', 'System.Object'],
    toStringText: text,
    extended: PropertyBag.of({ Path: path }),
  });

function prepare(context: EngineCommandContext, path: string): void {
  if (!existsSync(path)) return;
  if (context.flag('NoClobber') && !context.flag('Append'))
    context.fail(`File ${path} already exists and NoClobber was specified.`, {
      errorId: 'NoClobber',
      category: 'ResourceExists',
      target: path,
      exceptionType: 'System.UnauthorizedAccessException',
    });
  const facts = statSync(path);
  if (!facts.isFile() || !isReadOnly(facts)) return;
  if (!context.flag('Force'))
    context.fail(
      `File ${path} is read-only. Cannot write to this file. "Start-Transcript -Force" will clear the read-only attribute.`,
      { errorId: 'FileReadOnly', category: 'InvalidArgument', target: path, exceptionType: 'System.ArgumentException' },
    );
  chmodSync(path, 0o600);
}
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Whatever is the matter, it is this error around it. */
const cannotStart = (context: EngineCommandContext, why: string): never =>
  context.fail(`Transcription cannot be started due to the error: ${why}`, {
    errorId: 'CannotStartTranscription',
    category: 'InvalidOperation',
    exceptionType: 'System.Management.Automation.PSInvalidOperationException',
  });

const startTranscript = defineCommand(
  'Start-Transcript',
  {
    module: HOST,
    defaultSet: 'ByPath',
    output: 'System.String',
    shouldProcess: true,
    synopsis: 'Creates a record of all or part of a PowerShell session to a text file.',
  },
  [
    parameter('Path', 'String', 'ByPath: 0', { check: NOT_EMPTY }),
    parameter('LiteralPath', 'String', 'ByLiteralPath: 0', { alias: 'PSPath LP', check: NOT_EMPTY }),
    parameter('OutputDirectory', 'String', 'ByOutputDirectory: 0', { check: NOT_EMPTY }),
    flag('Append'),
    flag('Force'),
    flag('NoClobber', '', { alias: 'NoOverwrite' }),
    flag('IncludeInvocationHeader'),
    flag('UseMinimalHeader'),
  ],
  (context) => ({
    *end(): Steps<void> {
      const { path, shown } = chosen(context);
      if (!(yield* settle(context.shouldProcess(path)))) return;
      if (isFolder(path)) cannotStart(context, `File path ${shown} resolves to a directory.`);
      prepare(context, path);
      try {
        context.services.transcripts.start(path, {
          append: context.flag('Append'),
          minimalHeader: context.flag('UseMinimalHeader'),
          invocationHeader: context.flag('IncludeInvocationHeader'),
        });
      } catch (error) {
        const known = asNetThrow(error);
        if (known === undefined) throw error;
        cannotStart(context, known.message);
      }
      yield* settle(context.write(message(`Transcript started, output file is ${shown}`, path)));
    },
  }),
);

const stopTranscript = defineCommand(
  'Stop-Transcript',
  { module: HOST, shouldProcess: true, output: 'System.String', synopsis: 'Stops a transcript.' },
  [],
  (context) => ({
    *end(): Steps<void> {
      if (!(yield* settle(context.shouldProcess('')))) return;
      const path = context.services.transcripts.stop();
      if (path === undefined)
        return context.fail('An error occurred stopping transcription: The host is not currently transcribing.', {
          errorId: 'InvalidOperation',
          category: 'InvalidOperation',
          exceptionType: 'System.Management.Automation.PSInvalidOperationException',
        });
      yield* settle(context.write(message(`Transcript stopped, output file is ${path}`, path)));
    },
  }),
);

export const TRANSCRIPT_COMMANDS: readonly CommandRegistration[] = [startTranscript, stopTranscript];
