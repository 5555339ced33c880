/** Get-PSSessionCapability: what a user would have in a restricted session of the endpoint on this computer. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PSSessionError } from '../../../protocol/errors/index.js';
import { pipelineCommand, PropertyBag, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import {
  ConfigurationFileError,
  createRunspace,
  readSessionConfigurationFile,
  readTextBytes,
  settle,
  setupFor,
  toText,
  type CommandRegistration,
  type EngineCommandContext,
  type EngineHost,
  type SessionConfigurationFile,
  type SessionSetup,
  type Steps,
} from '../../engine/index.js';
import { GET_CAPABILITY } from '../configuration-family.js';
import { configurationObject, matching } from './configuration-commands.js';
import { defaultConfigurationFile, readConfigurations } from './configuration-file.js';
import { terminating } from './errors.js';
import type { Family } from './family-context.js';
import { register } from './register.js';

const NO_UI: EngineHost = {
  name: 'Default Host',
  version: '1.0',
  defaults: new Map(),
  hasUI: false,
  call: () => Promise.resolve(null),
};
const LIST_MS = 60_000;

export const capabilityCommand = (family: Family): CommandRegistration =>
  register(GET_CAPABILITY, (context) => ({
    *process(): Steps<void> {
      const name = toText(context.arg('ConfigurationName') ?? null);
      const all = yield* settle(
        readConfigurations(family.configurationFile ?? defaultConfigurationFile()).catch((error: unknown) => {
          throw terminating(error, GET_CAPABILITY.name, GET_CAPABILITY.className);
        }),
      );
      const found = matching(all, name);
      if (found.length === 0)
        context.fail(`No session configuration matches '${name}'. Get-PSSessionConfiguration lists those there are.`, {
          errorId: 'CouldNotFindSessionConfiguration',
          category: 'ObjectNotFound',
          target: name,
          exceptionType: 'Microsoft.PowerShell.Commands.WriteErrorException',
        });
      const user = toText(context.arg('Username') ?? null);
      const groups = yield* settle(groupsOf(family, user, context));
      for (const [configuration, stored] of found) {
        const file = stored['configurationFile'];
        if (typeof file !== 'string') {
          yield* settle(
            context.writeError(
              `The session configuration '${configuration}' has no session configuration file: everybody who may use it has everything.`,
              {
                errorId: 'SessionConfigurationMustBeFileBased',
                category: 'InvalidArgument',
                target: configurationObject(configuration, stored),
                exceptionType: 'System.ArgumentException',
              },
            ),
          );
          continue;
        }
        const { read, setup } = setupOf(file, user, groups, context);
        if (context.flag('Full')) yield* settle(context.write(initialState(read, setup)));
        else for (const command of yield* settle(commandsOf(setup))) yield* settle(context.write(command));
      }
    },
  }));

/** @throws the account is known to nobody. */
async function groupsOf(family: Family, user: string, context: EngineCommandContext): Promise<readonly string[]> {
  const groups = await family.groupsOf?.(user);
  if (groups !== undefined) return groups;
  return context.fail(`Could not resolve username '${user}'. Verify the username and try again.`, {
    errorId: 'CouldNotResolveUsername',
    category: 'InvalidArgument',
    target: user,
    exceptionType: 'System.ArgumentException',
  });
}

/** Where modules of roles are looked for, as the endpoint looks. */
const modulePath = (): readonly string[] =>
  (process.env['PSModulePath'] ?? '').split(path.delimiter).filter((folder) => folder !== '');

function setupOf(
  file: string,
  user: string,
  groups: readonly string[],
  context: EngineCommandContext,
): { readonly read: SessionConfigurationFile; readonly setup: SessionSetup } {
  try {
    const read = readSessionConfigurationFile(readTextBytes(readFileSync(file)), file);
    return { read, setup: setupFor(read, { user, groups }, modulePath()) };
  } catch (error) {
    if (error instanceof ConfigurationFileError)
      return context.fail(error.message, {
        errorId: error.errorId,
        category: 'InvalidOperation',
        target: file,
        exceptionType: 'System.InvalidOperationException',
      });
    return context.fail(`'${file}' cannot be read.`, {
      errorId: 'InvalidPSSessionConfigurationFile',
      category: 'InvalidArgument',
      target: file,
      exceptionType: 'System.InvalidOperationException',
    });
  }
}

/** The commands that the caller of such a session sees: it is made, asked and let go of. */
async function commandsOf(setup: SessionSetup): Promise<readonly PSValue[]> {
  const runspace = createRunspace({ environment: { ...process.env } });
  try {
    // Nobody but us asks, so that a session in which Get-Command cannot be seen can be asked too; no transcript is written.
    const asked: SessionSetup = {
      ...setup,
      transcriptDirectory: undefined,
      visibleCmdlets: [...(setup.visibleCmdlets ?? []), 'Microsoft.PowerShell.Core\\Get-Command'],
    };
    const made = await runspace.configure(asked, NO_UI);
    if (made.state !== 'Completed') throw new PSSessionError('The session cannot be made.');
    const found: PSValue[] = [];
    const outcome = await runspace.run({
      definition: {
        statements: [[pipelineCommand('Get-Command', { parameters: [{ name: 'CommandType', value: 'All' }] })]],
        isNested: false,
        history: null,
        redirectShellErrorOutputPipe: false,
      },
      input: undefined,
      host: NO_UI,
      sink: {
        output: (value) => void found.push(value),
        error: () => undefined,
        informational: () => undefined,
        progress: () => undefined,
        information: () => undefined,
      },
      addToHistory: false,
      signal: AbortSignal.timeout(LIST_MS),
    });
    if (outcome.state === 'Failed') throw new PSSessionError(outcome.error.exception.message);
    return found.filter((value) => !isOurs(value) || seesGetCommand(setup));
  } finally {
    await runspace.dispose();
  }
}

/** The cmdlet that was made visible to ask with. */
const isOurs = (value: PSValue): boolean =>
  value instanceof PSObject &&
  value.get('Name') === 'Get-Command' &&
  toText(value.get('CommandType') ?? null) === 'Cmdlet';

function seesGetCommand({ restrictsCommands, visibleCmdlets = [] }: SessionSetup): boolean {
  const own = /^(?:\*|(?:microsoft\.powershell\.core\\)?get-(?:command|\*))$/i;
  return !restrictsCommands || visibleCmdlets.some((name) => own.test(name));
}

/** `-Full`: what the session would be made of. */
function initialState(file: SessionConfigurationFile, setup: SessionSetup): PSObject {
  const { capabilities } = setup;
  const texts = (list: readonly string[] | undefined): PSValue =>
    list === undefined ? (setup.restrictsCommands ? [] : ['*']) : [...list];
  const limits = [...setup.limited.values()].map(({ name, parameters }) =>
    PSObject.bag({ Name: name, Parameters: [...parameters.keys()] }),
  );
  return new PSObject({
    typeNames: ['System.Management.Automation.Runspaces.InitialSessionState', 'System.Object'],
    toStringText: 'System.Management.Automation.Runspaces.InitialSessionState',
    adapted: PropertyBag.of({
      LanguageMode: setup.languageMode,
      ExecutionPolicy: file.executionPolicy ?? 'Default',
      TranscriptDirectory: setup.transcriptDirectory ?? null,
      VisibleCmdlets: texts(setup.visibleCmdlets),
      VisibleFunctions: texts(setup.visibleFunctions),
      VisibleAliases: texts(setup.visibleAliases),
      VisibleExternalCommands: texts(setup.visibleExternalCommands),
      Providers: setup.visibleProviders === undefined ? ['*'] : [...setup.visibleProviders],
      LimitedCommands: limits,
      Modules: capabilities.flatMap(({ modulesToImport }) => modulesToImport),
      Variables: capabilities.flatMap(({ variableDefinitions }) => variableDefinitions.map(({ name }) => name)),
      EnvironmentVariables: capabilities.flatMap(({ environmentVariables }) => [...environmentVariables.keys()]),
      StartupScripts: capabilities.flatMap(({ scriptsToProcess }) => scriptsToProcess),
      Types: capabilities.flatMap(({ typesToProcess }) => typesToProcess),
      Formats: capabilities.flatMap(({ formatsToProcess }) => formatsToProcess),
    }),
  });
}
