/** Scripts as commands, for sessions that take no scripts. The engine's parser is loaded when one turns up. */
import type { ScriptReader } from '../client/session/index.js';

export const scriptReader: ScriptReader = async (script) =>
  (await import('../powershell/engine/index.js')).scriptCommands(script);
