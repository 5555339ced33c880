/**
 * -Credential of the commands that work on items. No provider here acts as somebody else: FileSystem takes a credential
 * with New-PSDrive alone, as in PowerShell, and says so everywhere else.
 */
import { PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandContext, CommandImplementation, CommandRegistration, ParameterSpec } from '../../command-api.js';
import { toText } from '../../conversion.js';
import type { Pending, Steps } from '../../pending.js';
import { NetThrow } from '../../values/exceptions.js';
import { unwrap } from '../../values/live.js';
import type { EngineCommandContext } from '../engine-services.js';
import { texts } from '../support/arguments.js';
import { parameter } from '../support/command-spec.js';
import { placeOf } from './places.js';

const TYPE = 'System.Management.Automation.PSCredential';
const isCredential = (value: PSValue): value is PSObject => value instanceof PSObject && value.typeNames[0] === TYPE;

/** Nothing, a credential, or the name of a user. */
function asCredential(value: PSValue): PSValue {
  const inner = unwrap(value);
  if (inner === null || typeof inner === 'string' || isCredential(inner)) return inner;
  throw new NetThrow('System.Management.Automation.ArgumentTransformationMetadataException', 'userName');
}
const CREDENTIAL: ParameterSpec = {
  ...parameter('Credential', TYPE, 'P', { attributes: 'Credential' }),
  transform: asCredential,
  convert: (value) => value,
};
/** `[pscredential]::Empty` is as good as none. */
function isGiven(value: PSValue | undefined): boolean {
  const inner = unwrap(value ?? null);
  if (inner === null) return false;
  return typeof inner === 'string' || (isCredential(inner) && toText(inner.get('UserName') ?? '') !== '');
}

const ofNewDrive = (name: string): boolean => name === 'New-PSDrive';
function refuse(context: EngineCommandContext): void {
  if (!isGiven(context.arg('Credential'))) return;
  const [first = '.'] = texts(context, 'LiteralPath') ?? texts(context, 'Path') ?? [];
  const place = placeOf(context, first);
  const isFile = place instanceof Error || place.kind === 'file';
  context.fail(
    isFile
      ? 'The FileSystem provider supports credentials only on the New-PSDrive cmdlet. Perform the operation again without specifying credentials.'
      : 'The provider does not support the use of credentials. Perform the operation again without specifying credentials.',
    {
      errorId: 'NotSupported',
      category: 'NotImplemented',
      exceptionType: 'System.Management.Automation.PSNotSupportedException',
    },
  );
}

/** The command with -Credential after its own parameters, before those of the provider. */
export function withCredential(command: CommandRegistration): CommandRegistration {
  const { spec } = command;
  const own = spec.parameters.filter(({ dynamic }) => dynamic === undefined);
  const dynamic = spec.parameters.filter(({ dynamic }) => dynamic !== undefined);
  return {
    ...command,
    spec: { ...spec, parameters: [...own, CREDENTIAL, ...dynamic] },
    create(context: CommandContext): CommandImplementation {
      const made = command.create(context);
      if (ofNewDrive(spec.name)) return made;
      return {
        ...(made.begin === undefined ? {} : { begin: () => made.begin?.() }),
        process: (): Pending<void> | Steps<void> => {
          refuse(context as EngineCommandContext);
          return made.process?.();
        },
        ...(made.end === undefined ? {} : { end: () => made.end?.() }),
        ...(made.dispose === undefined ? {} : { dispose: () => made.dispose?.() }),
      };
    },
  };
}
