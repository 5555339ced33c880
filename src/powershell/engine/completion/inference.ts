/** What completion knows of the session, and groups of tokens: what is open at a place, what stands left of a pipe. */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { CommandAst, Token } from '../../lang/index.js';
import type { CommandEntry, EngineServices } from '../commands/index.js';
import type { Pending, Steps } from '../pending.js';
import type { Inference } from './infer.js';

/** A command's own name, the types that it declares, and the text of a function. */
export interface KnownCommand {
  readonly name: string;
  readonly output: string | undefined;
  readonly body: string | undefined;
}
export interface Session {
  readonly services: EngineServices;
  /** Runs a script block with arguments and gives what it wrote. */
  readonly invoke: (block: PSValue, args: readonly PSValue[]) => Pending<readonly PSValue[]>;
  /** The command that a name means, of the text or of the session; aliases followed. */
  readonly entry: (name: string) => Steps<CommandEntry | undefined>;
  readonly command: (name: string) => Steps<KnownCommand | undefined>;
  /** What a command in the text writes. */
  readonly outputOf: (inference: Inference, command: CommandAst) => Steps<readonly PSValue[]>;
}

const OPENS = new Set(['LCurly', 'AtCurly', 'LParen', 'AtParen', 'DollarParen', 'LBracket']);
const CLOSES = new Set(['RCurly', 'RParen', 'RBracket']);

/** Index of what opens the innermost group that is still open at the end; -1 when none is. */
export function openGroup(tokens: readonly Token[], kinds: ReadonlySet<string> = OPENS): number {
  let depth = 0;
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const kind = tokens[at]?.kind ?? '';
    if (CLOSES.has(kind)) depth += 1;
    else if (OPENS.has(kind)) {
      if (depth > 0) depth -= 1;
      else return kinds.has(kind) ? at : -1;
    }
  }
  return -1;
}
/** Whether the last command of the tokens stands behind a pipe. */
export function isPiped(tokens: readonly Token[]): boolean {
  let depth = 0;
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const kind = tokens[at]?.kind ?? '';
    if (CLOSES.has(kind)) depth += 1;
    else if (OPENS.has(kind)) {
      if (depth === 0) return false;
      depth -= 1;
    } else if (depth === 0 && kind === 'Pipe') return true;
    else if (depth === 0 && (kind === 'Semi' || kind === 'NewLine')) return false;
  }
  return false;
}
