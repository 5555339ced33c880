/** New-Object. */
import { PSDictionary, PSObject, PropertyBag, TYPE_NAMES, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { constructorName } from '../../runtime/overloads.js';
import { PSError } from '../../values/exceptions.js';
import type { NetType } from '../../values/net-type.js';
import { CUSTOM, PSOBJECT, resolveTypeText } from '../../values/types.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text } from '../support/arguments.js';
import { defineCommand, flag, NOT_EMPTY, parameter } from '../support/command-spec.js';
import { listOf } from '../support/objects.js';

function* setProperties(
  context: EngineCommandContext,
  made: PSValue,
  table: PSDictionary,
  isBag: boolean,
): Steps<void> {
  const { members } = context.services;
  for (const [key, value] of table.entries()) {
    const name = toText(key);
    if (isBag) {
      if (made instanceof PSObject) (made.extended ??= new PropertyBag()).set(name, value);
      continue;
    }
    if (!members.names(made).some((own) => own.toLowerCase() === name.toLowerCase()))
      context.fail(`The member "${name}" was not found for the specified .NET object.`, {
        errorId: 'InvalidOperationException',
        category: 'InvalidOperation',
        exceptionType: 'System.InvalidOperationException',
      });
    yield* settle(members.set(made, name, value));
  }
}

/** An argument that does not convert has its number here, where a method call has the parameter's name. */
function numbered(message: string, type: NetType | undefined, count: number): string {
  return message
    .replace(/"([^"]*)"(?=, with value: )/, (all, name: string) => {
      const places = (type?.constructors ?? [])
        .filter(({ parameters }) => parameters.length === count)
        .map(({ parameters }) => parameters.findIndex((one) => one.name === name));
      const place = places.find((at) => at >= 0);
      return place === undefined ? all : `"${place}"`;
    })
    .replace('for ".ctor" to', () => `for "${constructorName(type)}" to`);
}

function* construct(context: EngineCommandContext, name: string): Steps<PSValue> {
  const given = listOf(context.arg('ArgumentList'));
  try {
    return yield* settle(context.services.construct(name, given));
  } catch (error) {
    if (error instanceof PSError && error.record.errorId === 'CannotCreateTypeConstrainedLanguage')
      return context.fail(error.record.message, {
        errorId: error.record.errorId,
        category: 'PermissionDenied',
        exceptionType: 'System.Management.Automation.PSNotSupportedException',
      });
    if (!(error instanceof PSError)) throw error;
    const { exception, errorId, message } = error.record;
    if (exception.type.fullName === 'System.Management.Automation.MethodInvocationException') {
      error.record.errorId = 'ConstructorInvokedThrowException';
      error.record.category = 'InvalidOperation';
      throw error;
    }
    const type = resolveTypeText(name);
    if (errorId === 'MethodCountCouldNotFindBest' && given.length > 0 && type?.constructors.length !== 0)
      return context.fail(message.replace('"new"', `"${constructorName(type)}"`), {
        errorId: 'ConstructorInvokedThrowException',
        category: 'InvalidOperation',
        exceptionType: exception.type.fullName,
      });
    if (errorId === 'MethodCountCouldNotFindBest')
      return context.fail(`A constructor was not found. Cannot find an appropriate constructor for type ${name}.`, {
        errorId: 'CannotFindAppropriateCtor',
        category: 'ObjectNotFound',
        exceptionType: 'System.Management.Automation.PSArgumentException',
      });
    if (errorId.startsWith('MethodArgumentConversion'))
      return context.fail(numbered(message, type, given.length), {
        errorId: 'ConstructorInvokedThrowException',
        category: 'InvalidOperation',
        exceptionType: exception.type.fullName,
      });
    if (errorId !== 'TypeNotFound') throw error;
    return context.fail(error.record.message, {
      errorId: 'TypeNotFound',
      category: 'InvalidType',
      exceptionType: 'System.Management.Automation.PSArgumentException',
    });
  }
}

export const newObject = defineCommand(
  'New-Object',
  {
    module: 'Microsoft.PowerShell.Utility',
    defaultSet: 'Net',
    synopsis: 'Creates an instance of a Microsoft .NET or COM object.',
  },
  [
    parameter('TypeName', 'String', 'Net: M 0', { attributes: 'ValidateTrustedData' }),
    // Where there is no COM the parameter is not there either.
    ...(process.platform === 'win32' ? [parameter('ComObject', 'String', 'Com: M 0', { check: NOT_EMPTY })] : []),
    parameter('ArgumentList', 'Object[]', 'Net: 1', { alias: 'Args', attributes: 'ValidateTrustedData' }),
    flag('Strict', 'Com:'),
    parameter('Property', 'System.Collections.IDictionary', '', { attributes: 'ValidateTrustedData' }),
  ],
  (context) => ({
    *begin() {
      if (context.parameterSetName === 'Com' && !context.isBound('ComObject')) return;
      if (context.parameterSetName === 'Com')
        context.fail(
          `Cannot load COM type ${text(context, 'ComObject') ?? ''}. COM objects exist on Windows only, and this engine has none.`,
          {
            errorId: 'CannotLoadComObjectType',
            category: 'InvalidType',
            exceptionType: 'System.Management.Automation.PSArgumentException',
          },
        );
      const name = text(context, 'TypeName') ?? '';
      const table = context.arg('Property');
      const type = resolveTypeText(name);
      // Its one constructor is not for others.
      if (type === CUSTOM && context.isBound('TypeName') && /customobject$/i.test(name) && /\./.test(name))
        context.fail(`A constructor was not found. Cannot find an appropriate constructor for type ${name}.`, {
          errorId: 'CannotFindAppropriateCtor',
          category: 'ObjectNotFound',
          exceptionType: 'System.Management.Automation.PSArgumentException',
        });
      const isBag = type === PSOBJECT || type === CUSTOM;
      const made = isBag
        ? new PSObject({ typeNames: TYPE_NAMES.customObject, extended: new PropertyBag() })
        : yield* construct(context, name);
      if (table instanceof PSDictionary) yield* setProperties(context, made, table, isBag);
      yield* settle(context.write(made));
    },
  }),
);
