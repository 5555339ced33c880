/** ForEach-Object: runs blocks, or takes a member, for each object. */
import { PSDictionary, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandImplementation } from '../../command-api.js';
import { toText } from '../../conversion.js';
import { type Pending, settle, type Steps } from '../../pending.js';
import { hasWildcard, wildcardRegex } from '../../text/wildcard.js';
import { PSError } from '../../values/exceptions.js';
import { AutomationNull, unwrap } from '../../values/live.js';
import type { EngineCommandContext, MemberDescription } from '../engine-services.js';
import { defineCommand, flag, NOT_EMPTY, parameter, range } from '../support/command-spec.js';
import { forEachParallel } from './for-each-parallel.js';
import { inputOf, itemsOf, listOf } from '../support/objects.js';

/** Begin, process and end blocks as the positions of the given ones say. */
function assign(context: EngineCommandContext): { begin: PSValue; process: readonly PSValue[]; end: PSValue } {
  const blocks: PSValue[] = [];
  if (context.isBound('Begin')) blocks.push(context.arg('Begin') ?? null);
  const process = context.arg('Process');
  blocks.push(...(process === null ? [null] : listOf(process)), ...listOf(context.arg('RemainingScripts')));
  const first = blocks.length > 1 ? 1 : 0;
  let last = blocks.length;
  let end: PSValue = null;
  if (context.isBound('End')) end = context.arg('End') ?? null;
  else if (blocks.length > 2) {
    last -= 1;
    end = blocks[last] ?? null;
  }
  return { begin: first === 1 ? (blocks[0] ?? null) : null, process: blocks.slice(first, last), end };
}

function withBlocks(context: EngineCommandContext): CommandImplementation {
  const { services } = context;
  const { begin, process, end } = assign(context);
  const [only] = process;
  if (context.isBound('WhatIf') || context.isBound('Confirm'))
    context.fail('The -WhatIf and -Confirm parameters are not supported for script blocks.', {
      errorId: 'NoShouldProcessForScriptBlockSet',
      category: 'InvalidOperation',
      exceptionType: 'System.InvalidOperationException',
    });
  const run = (block: PSValue, input: PSValue | undefined): Pending<void> =>
    block === null ? undefined : services.stream(context, block, input, []);
  const runAll = function* (input: PSValue): Steps<void> {
    for (const block of process) yield* settle(run(block, input));
  };
  return {
    begin: () => run(begin, undefined),
    process(): Pending<void> | Steps<void> {
      const input = inputOf(context) ?? null;
      if (process.length === 1 && only !== undefined) return run(only, input);
      return runAll(input);
    },
    end: () => run(end, undefined),
  };
}

function withMember(context: EngineCommandContext): CommandImplementation {
  const { members } = context.services;
  const name = toText(context.arg('MemberName') ?? '');
  const pattern = wildcardRegex(name);
  const args = context.isBound('ArgumentList') ? listOf(context.arg('ArgumentList')) : undefined;
  const writeAll = (value: PSValue): Pending<void> => {
    if (value === AutomationNull) return undefined;
    const items = itemsOf(value);
    return items === undefined ? context.write(value) : context.writeAll(items);
  };
  const complain = (message: string, errorId: string, target: PSValue): Pending<void> =>
    context.writeError(message, {
      errorId,
      category: 'InvalidArgument',
      target,
      ...(target === null ? {} : { targetType: 'PSObject' }),
      exceptionType: 'System.Management.Automation.PSArgumentException',
    });
  const may = (input: PSValue, action: string): Pending<boolean> =>
    context.shouldProcess(`InputObject: ${toText(input)}`, action);
  return {
    *process() {
      const input = inputOf(context) ?? null;
      if (input === null) {
        if (args !== undefined)
          yield* settle(complain("Cannot operate on a 'null' input object.", 'InputObjectIsNull', null));
        else if (yield* settle(may('null', `Retrieve the value for property '${name}'`)))
          yield* settle(context.write(null));
        return;
      }
      const inner = unwrap(input);
      const methodsLike = (names: RegExp): MemberDescription[] =>
        [...members.describe(input, false)].filter(({ kind, name }) => kind.endsWith('Method') && names.test(name));
      if (args === undefined) {
        if (inner instanceof PSDictionary) {
          const key = inner.hasEntry(name) ? name : inner.keys.find((candidate) => pattern.test(toText(candidate)));
          if (key !== undefined) {
            if (!(yield* settle(may(inner, `Retrieve the value for key '${toText(key)}'`)))) return;
            yield* settle(writeAll(inner.getEntry(key) ?? null));
            return;
          }
        }
        const found = members.names(input).filter((candidate) => pattern.test(candidate));
        const exact = found.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
        const matching = hasWildcard(name) ? [...found, ...methodsLike(pattern).map((member) => member.name)] : found;
        if (exact === undefined && matching.length > 1) {
          yield* settle(
            complain(
              `Input name "${name}" is ambiguous. It can be resolved to multiple matched members. Possible matches include: ${matching.join(' ')}.`,
              'AmbiguousPropertyOrMethodName',
              input,
            ),
          );
          return;
        }
        const property = exact ?? found[0];
        if (property !== undefined) {
          if (!(yield* settle(may(input, `Retrieve the value for property '${property}'`)))) return;
          const value = yield* settle(members.get(input, property));
          yield* settle(writeAll(value ?? null));
          return;
        }
      }
      const method = members.hasMethod(input, name) ? name : methodsLike(pattern)[0]?.name;
      if (method !== undefined) {
        const given = args?.length ? ` with arguments: ${args.map((one) => toText(one)).join(', ')}` : '';
        if (!(yield* settle(may(input, `Invoke method '${method}'${given}`)))) return;
        let value: PSValue;
        try {
          value = yield* settle(members.invoke(input, method, args ?? []));
        } catch (error) {
          if (!(error instanceof PSError)) throw error;
          const { errorId, exception } = error.record;
          const isWrapped = exception.type.name === 'MethodInvocationException';
          if (errorId === 'MethodInvocationNotSupportedInConstrainedLanguage')
            context.fail(error.record.message, {
              errorId,
              category: 'InvalidOperation',
              exceptionType: 'System.Management.Automation.PSInvalidOperationException',
            });
          yield* settle(
            context.writeError(
              isWrapped
                ? exception.message
                : `Exception calling "${method}" with "${args?.length ?? 0}" argument(s): "${exception.message}"`,
              {
                errorId: 'MethodInvocationError',
                category: 'InvalidOperation',
                target: input,
                targetType: 'PSObject',
                exceptionType: isWrapped
                  ? exception.type.fullName
                  : 'System.Management.Automation.MethodInvocationException',
              },
            ),
          );
          return;
        }
        yield* settle(writeAll(value));
        return;
      }
      if (args !== undefined)
        yield* settle(complain(`Input name "${name}" cannot be resolved to a method.`, 'MethodNotFound', input));
      else {
        const value = yield* settle(members.get(input, name));
        if (value === undefined && context.services.strict)
          yield* settle(
            complain(`The input name "${name}" cannot be resolved to a member.`, 'PropertyOrMethodNotFound', input),
          );
        else yield* settle(context.write(value ?? null));
      }
    },
  };
}

export const forEachObject = defineCommand(
  'ForEach-Object',
  {
    alias: 'foreach %',
    module: 'Microsoft.PowerShell.Core',
    defaultSet: 'ScriptBlockSet',
    shouldProcess: true,
    synopsis: 'Performs an operation against each item in a collection of input objects.',
  },
  [
    parameter('InputObject', 'PSObject', 'ScriptBlockSet,PropertyAndMethodSet,ParallelParameterSet: V'),
    parameter('Begin', 'ScriptBlock', 'ScriptBlockSet:'),
    parameter('Process', 'ScriptBlock[]', 'ScriptBlockSet: M 0', { allow: 'Null EmptyCollection' }),
    parameter('End', 'ScriptBlock', 'ScriptBlockSet:'),
    parameter('RemainingScripts', 'ScriptBlock[]', 'ScriptBlockSet: R', { allow: 'Null EmptyCollection' }),
    parameter('MemberName', 'String', 'PropertyAndMethodSet: M 0', {
      check: NOT_EMPTY,
      attributes: 'ValidateTrustedData',
    }),
    parameter('ArgumentList', 'Object[]', 'PropertyAndMethodSet: R', {
      alias: 'Args',
      attributes: 'ValidateTrustedData',
    }),
    parameter('Parallel', 'ScriptBlock', 'ParallelParameterSet: M'),
    parameter('ThrottleLimit', 'Int32', 'ParallelParameterSet:', { check: range(1, 2147483647) }),
    parameter('TimeoutSeconds', 'Int32', 'ParallelParameterSet:', { check: range(0, 2147483) }),
    flag('AsJob', 'ParallelParameterSet:'),
    flag('UseNewRunspace', 'ParallelParameterSet:'),
  ],
  (context) => {
    if (context.parameterSetName === 'ParallelParameterSet') return forEachParallel(context);
    return context.parameterSetName === 'PropertyAndMethodSet' ? withMember(context) : withBlocks(context);
  },
);
