/**
 * Checks of a function's parameters that have to wait. Binding is done in one go: where a check's block waits, the binding
 * is given up, what the block says is remembered, and the binding is done again with that.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { ScriptBlock } from '../values/script-block.js';

interface Answer {
  readonly block: ScriptBlock;
  readonly item: PSValue;
  readonly said: { readonly value: PSValue } | { readonly error: unknown };
}
/** The binding goes on once `answered` has come. It never fails: what the block throws is an answer too. */
export class CheckWaits extends Error {
  readonly answered: Promise<void>;
  constructor(answered: Promise<void>) {
    super('a check has to wait');
    this.answered = answered;
  }
}
/** What the blocks of one binding said. */
export class CheckAnswers {
  readonly #answers: Answer[] = [];

  /** Asks a block, or remembers. @throws {CheckWaits} it has not said yet. */
  ask(block: ScriptBlock, item: PSValue, run: () => PSValue | Promise<PSValue>): PSValue {
    const known = this.#answers.find((one) => one.block === block && Object.is(one.item, item))?.said;
    if (known !== undefined) {
      if ('error' in known) throw known.error;
      return known.value;
    }
    const answer = run();
    if (!(answer instanceof Promise)) return answer;
    throw new CheckWaits(
      answer.then(
        (value) => void this.#answers.push({ block, item, said: { value } }),
        (error: unknown) => void this.#answers.push({ block, item, said: { error } }),
      ),
    );
  }
}
