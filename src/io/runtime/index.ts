export { AsyncQueue, type AsyncQueueOptions } from './async-queue.js';
export { systemClock, type Clock, type Timer, type TimerHandle } from './clock.js';
export { abortable, delay, linkSignals, NEVER_ABORTED, withDeadline, type LinkedSignal } from './deadline.js';
export { Pump, type DurableMachine, type PumpedMachine, type PumpOptions } from './pump.js';
export { lazyPart, loadLazyParts } from './lazy.js';
export { newGuid, systemRandom, type RandomSource } from './random.js';
export { traceChannel, type TraceChannel, type TraceEvent } from './trace.js';
export { foreign, type Foreign, type ForeignFunction, type ForeignLibrary } from './foreign.js';
export { Program, type ProgramEvent, type ProgramOptions } from './program.js';
