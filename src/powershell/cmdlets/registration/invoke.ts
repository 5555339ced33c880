/** Invoke-Command as a command of the engine: in this runspace, or on other computers. cmdlets.md 12 */
import { readFile } from 'node:fs/promises';
import { invokeCommand, type PSSession } from '../../../client/session/index.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import {
  ScriptBlock,
  settle,
  toText,
  unwrap,
  type CommandRegistration,
  type EngineCommandContext,
  type Steps,
} from '../../engine/index.js';
import { INVOKE_COMMAND } from '../family.js';
import type { FamilyRun } from '../run-family.js';
import { boundOptions, commonOptions, displayedBy, hostFor, readPreferences, type Family } from './family-context.js';
import { fullPath } from './paths.js';
import { InputQueue } from './input-queue.js';
import { pump } from './pump.js';
import { register } from './register.js';
import { outputValue } from './session-commands.js';
import { sessionReach } from './session-reach.js';
import { itemsOf } from './values.js';

/** Depth to which objects are sent along: PowerShell's own for remoting. */
const SENT_DEPTH = 1;

export function invokeCommands(family: Family): readonly CommandRegistration[] {
  const command = register(INVOKE_COMMAND, (context) => {
    const remote = new RemoteInvocation(family, context);
    const input: PSValue[] = [];
    let hasInput = false;
    return {
      *process(): Steps<void> {
        if (context.parameterSetName === 'InProcess') {
          if (!context.isBound('InputObject')) return;
          hasInput = true;
          input.push(context.arg('InputObject') ?? null);
        } else yield* remote.process();
      },
      *end(): Steps<void> {
        if (context.parameterSetName !== 'InProcess') yield* remote.end();
        else yield* invokeHere(context, hasInput ? input : undefined);
      },
      dispose: () => remote.dispose(),
    };
  });
  return [{ ...command, sessions: sessionReach(family) }];
}

// ------------------------------------------------------------------ in this runspace

function* invokeHere(context: EngineCommandContext, input: readonly PSValue[] | undefined): Steps<void> {
  const block = context.arg('ScriptBlock') ?? null;
  const args = itemsOf(context.arg('ArgumentList') ?? []);
  const { services } = context;
  const piped =
    input !== undefined && block instanceof ScriptBlock && takesPipeline(block)
      ? services.parseFor(context, `$input | ${toText(block)}`)
      : block;
  yield* settle(services.invokeBlock(context, piped, args, { input, newScope: !context.flag('NoNewScope') }));
}

/**
 * A block that is one pipeline beginning with a command, and that does not read `$input` itself: what is piped in goes
 * through that pipeline. cmdlets.md 12.3
 */
function takesPipeline(block: ScriptBlock): boolean {
  const { ast } = block.code;
  if (ast.paramBlock !== undefined || ast.beginBlock !== undefined || ast.processBlock !== undefined) return false;
  const [statement, ...others] = ast.endBlock?.statements ?? [];
  return (
    statement?.kind === 'PipelineAst' &&
    others.length === 0 &&
    statement.pipelineElements[0]?.kind === 'CommandAst' &&
    !/\$input\b/i.test(toText(block))
  );
}

// ------------------------------------------------------------------ on other computers

/**
 * The run begins with the first object, so that input streams to the other side; where the session is still busy (it is
 * what feeds this very command), input is collected and the run begins at the end. cmdlets.md 12.4 (6), (7)
 */
class RemoteInvocation {
  readonly #family: Family;
  readonly #context: EngineCommandContext;
  #run: FamilyRun | undefined;
  #input: InputQueue | undefined;
  #options: Record<string, unknown> | undefined;

  constructor(family: Family, context: EngineCommandContext) {
    this.#family = family;
    this.#context = context;
  }

  *process(): Steps<void> {
    const context = this.#context;
    this.#options ??= yield* this.#prepare();
    if (context.isBound('InputObject')) {
      this.#input ??= new InputQueue();
      this.#input.push(yield* settle(this.#data(context.arg('InputObject') ?? null)));
    }
    if (this.#input !== undefined && !this.#isBusy()) this.#start();
  }

  *end(): Steps<void> {
    this.#options ??= yield* this.#prepare();
    this.#input?.end();
    this.#start();
    if (this.#run !== undefined) {
      const displayed = displayedBy(hostFor(this.#family, this.#context));
      yield* settle(pump(this.#context, INVOKE_COMMAND, this.#run, outputValue, displayed));
    }
  }

  dispose(): void {
    this.#input?.end();
    void this.#run?.stop();
  }

  #start(): void {
    this.#run ??= invokeCommand({
      ...this.#options,
      ...(this.#input === undefined ? {} : { inputObject: this.#input }),
    });
  }

  #isBusy(): boolean {
    const sessions = this.#options?.['session'];
    return Array.isArray(sessions) && (sessions as readonly PSSession[]).some((one) => one.availability === 'Busy');
  }

  *#prepare(): Steps<Record<string, unknown>> {
    const context = this.#context;
    readPreferences(this.#family, context);
    if (context.flag('RemoteDebug'))
      context.fail('-RemoteDebug is not supported: remote debugging needs PowerShell on both ends.', {
        errorId: 'NotSupported',
        category: 'NotImplemented',
        exceptionType: 'System.Management.Automation.PSNotSupportedException',
      });
    const options: Record<string, unknown> = {
      ...commonOptions(this.#family, context),
      ...(yield* boundOptions(INVOKE_COMMAND, context)),
    };
    delete options['inputObject'];
    delete options['runAsAdministrator'];
    delete options['remoteDebug'];
    // $null alone is no argument.
    if (context.isBound('ArgumentList')) {
      const args: PSValue[] = [];
      for (const item of itemsOf(context.arg('ArgumentList') ?? [])) args.push(yield* settle(this.#data(item)));
      options['argumentList'] = args;
    }
    const block = yield* this.#block(options);
    if (block !== undefined) options['usingValues'] = yield* this.#usingValues(block);
    return options;
  }

  /** The block that is sent. Of a file, only to find its `$using:` expressions: the operation reads it itself. */
  *#block(options: Record<string, unknown>): Steps<PSValue | undefined> {
    const { services } = this.#context;
    const block = unwrap(this.#context.arg('ScriptBlock') ?? null);
    if (block instanceof ScriptBlock) {
      options['scriptBlock'] = toText(block);
      return block;
    }
    const file = options['filePath'];
    if (typeof file !== 'string') return undefined;
    const full = fullPath(this.#context, file);
    // Wildcards are refused by what the user wrote, not by what folders it stands in.
    options['filePath'] = /[*?[\]]/.test(file) ? file : full;
    try {
      return services.parseFor(this.#context, yield* settle(readFile(full, 'utf8')), full);
    } catch {
      return undefined; // the operation says what is wrong with the file
    }
  }

  *#usingValues(block: PSValue): Steps<Record<string, PSValue>> {
    const values: Record<string, PSValue> = {};
    for (const [key, value] of yield* settle(this.#context.services.usingValues(this.#context, block)))
      values[key] = yield* settle(this.#data(value));
    return values;
  }

  #data(value: PSValue): PSValue | Promise<PSValue> {
    return this.#context.services.toData?.(value, SENT_DEPTH) ?? value;
  }
}
