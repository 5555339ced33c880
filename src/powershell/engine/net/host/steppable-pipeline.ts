/** System.Management.Automation.SteppablePipeline: a command line that a script feeds itself, as proxy functions do. */
import { pushOne } from '../../room.js';
import type { PSValue } from '../../../../protocol/objects/index.js';
import { compileCommands } from '../../compile/pipelines.js';
import { toBoolean } from '../../conversion.js';
import { drive, type Pending, settle, type Steps } from '../../pending.js';
import type { Frame, OutPipe } from '../../runtime/frame.js';
import { connect, type Processor } from '../../runtime/processor.js';
import { SCRIPT_CMDLET } from '../../runtime/cmdlet-types.js';
import type { CmdletData } from '../../runtime/runtime.js';
import { NetThrow } from '../../values/exceptions.js';
import { NetObject, typedArray, unwrap } from '../../values/live.js';
import { addMembers, defineType } from '../../values/net-type.js';
import type { ScriptBlock } from '../../values/script-block.js';
import { OBJECT } from '../../values/types.js';
import { invalidOperation, runtime } from '../support.js';

class Steppable {
  readonly frame: Frame;
  readonly make: ReturnType<typeof compileCommands>;
  processors: readonly Processor[] = [];
  expectsInput = false;
  /** Where the output goes when it is not given back. */
  redirected: OutPipe | undefined;
  output: PSValue[] = [];
  constructor(frame: Frame, make: ReturnType<typeof compileCommands>) {
    this.frame = frame;
    this.make = make;
  }
  /** What it writes while it begins is given with the output of the first object. */
  *begin(expectsInput: boolean, redirected: OutPipe | undefined): Steps<undefined> {
    if (this.processors.length > 0)
      throw invalidOperation('Cannot perform operation because the operation is not valid: the pipeline has begun.');
    this.expectsInput = expectsInput;
    this.redirected = redirected;
    const out: OutPipe = {
      write: (value) => {
        if (this.redirected !== undefined) return this.redirected.write(value);
        pushOne(this.output, value);
        return undefined;
      },
    };
    this.processors = yield* this.make({ ...this.frame, out }, expectsInput);
    connect(this.processors, out);
    yield* this.#guarded(
      function* (this: Steppable): Steps<void> {
        for (const processor of this.processors) yield* settle(processor.start());
      }.bind(this),
    );
    return undefined;
  }
  *process(input: PSValue | undefined): Steps<PSValue> {
    const [first] = this.processors;
    if (first === undefined) throw invalidOperation('The pipeline has not begun: call Begin first.');
    yield* this.#guarded(function* (): Steps<void> {
      yield* settle(input === undefined ? first.processNothing() : first.process(input));
    });
    return this.#given();
  }
  *end(): Steps<PSValue> {
    yield* this.#guarded(
      function* (this: Steppable): Steps<void> {
        for (const processor of this.processors) yield* settle(processor.end());
        for (const processor of this.processors) if (processor.finish !== undefined) yield* processor.finish();
      }.bind(this),
    );
    yield* this.dispose();
    return this.#given();
  }
  *dispose(): Steps<void> {
    const { processors } = this;
    this.processors = [];
    for (const processor of processors) {
      yield* settle(processor.dispose());
      yield* settle(processor.release?.());
    }
  }
  /** What fails lets go of everything. */
  *#guarded(work: () => Steps<void>): Steps<void> {
    try {
      yield* work();
    } catch (error) {
      yield* this.dispose();
      throw error;
    }
  }
  #given(): PSValue {
    return typedArray(this.output.splice(0), OBJECT);
  }
}

const STEPPABLE = defineType('System.Management.Automation.SteppablePipeline');
const own = (self: PSValue): Steppable => (self as NetObject<Steppable>).data;
const cleaned = (self: PSValue): Pending<undefined> =>
  drive(
    (function* (): Steps<undefined> {
      yield* own(self).dispose();
      return undefined;
    })(),
  );
function begin(self: PSValue, given: PSValue | undefined, context?: PSValue): Pending<undefined> {
  const inner = unwrap(given ?? null);
  const cmdlet = [inner, unwrap(context ?? null)].find((one) => one instanceof NetObject && one.type === SCRIPT_CMDLET);
  const frame = cmdlet === undefined ? undefined : (cmdlet as NetObject<CmdletData>).data.frame;
  const expects = inner === cmdlet ? frame?.invocation?.expectingInput === true : toBoolean(inner);
  return drive(own(self).begin(expects, frame?.out));
}
addMembers(STEPPABLE, {
  'void Begin(bool expectInput)': (self, expects) => begin(self, expects),
  'void Begin(bool expectInput, object contextToRedirectTo)': (self, expects, context) => begin(self, expects, context),
  'void Begin(System.Management.Automation.Internal.InternalCommand command)': (self, cmdlet) => begin(self, cmdlet),
  'System.Array Process()': (self) => drive(own(self).process(undefined)),
  'System.Array Process(object input)': (self, input) =>
    drive(own(self).process(own(self).expectsInput ? (input ?? null) : undefined)),
  'System.Array End()': (self) => drive(own(self).end()),
  'void Dispose()': cleaned,
  'void Clean()': cleaned,
});

const refused = (message: string): NetThrow =>
  new NetThrow('System.Management.Automation.PSInvalidOperationException', message);
const EMPTY =
  'An empty script block cannot be converted. Verify that the script block contains exactly one pipeline or command.';
const NOT_ONE =
  'Only a script block that contains exactly one pipeline or command can be converted. Expressions or control structures are not permitted. Verify that the script block contains exactly one pipeline or command.';
/** `{ Get-Item x | Sort-Object }.GetSteppablePipeline()`, which sees the variables of whoever calls it. */
export function steppableOf(block: ScriptBlock): PSValue {
  const { ast } = block.code;
  const statements = ast.endBlock?.statements ?? [];
  const [only] = statements;
  if (ast.beginBlock !== undefined || ast.processBlock !== undefined || statements.length > 1) throw refused(NOT_ONE);
  if (only?.kind !== 'PipelineAst') throw refused(only === undefined ? EMPTY : NOT_ONE);
  if (only.pipelineElements[0]?.kind === 'CommandExpressionAst') throw refused(EMPTY);
  return new NetObject(STEPPABLE, new Steppable(runtime().current, compileCommands(only)));
}
