/** The engine and its session commands: loaded when the first session needs them, not when the program starts. */
import { lazyPart } from '../../io/runtime/index.js';

export const enginePart = lazyPart(() => import('../../powershell/engine/index.js'));
export const cmdletsPart = lazyPart(() => import('../../powershell/cmdlets/index.js'));
