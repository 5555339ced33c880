/** Where Enter-PSSession moves to in the shell: lines go to the session that was entered, until it is left. */
import type { InteractiveSession, SessionContext } from '../../client/session/index.js';
import type { InteractiveHost } from '../../powershell/cmdlets/index.js';
import type { EnteredSession } from '../entered-session.js';
import type { Terminal } from '../terminal.js';

export class Entering implements InteractiveHost {
  #entered: EnteredSession | undefined;
  readonly #place: () => { readonly context: Promise<SessionContext>; readonly terminal: Terminal };

  constructor(place: () => { readonly context: Promise<SessionContext>; readonly terminal: Terminal }) {
    this.#place = place;
  }
  get current(): EnteredSession | undefined {
    return this.#entered?.isOpen === true ? this.#entered : undefined;
  }
  get isPushed(): boolean {
    return this.current !== undefined;
  }
  async push(session: InteractiveSession): Promise<void> {
    const { EnteredSession: Entered } = await import('../entered-session.js');
    const { context, terminal } = this.#place();
    this.#entered = new Entered(session, await context, terminal, { closesContext: false });
  }
  async pop(): Promise<void> {
    await this.#entered?.close();
  }
}
