/** A job of Start-Job in a process of its own: a session with the program's stdio server, closed when the job ends. */
import {
  newPSSession,
  ProcessConnectionInfo,
  SessionContext,
  type ChildJobWork,
  type JobPipeline,
  type PSSession,
} from '../../../client/session/index.js';
import type { LocalPipelineInit } from './start-job.js';

const NO_SESSION = 'The process of the job could not be started.';

/**
 * @param program what to start: file and arguments, behind which its folder follows as for `pwsh -s`. Its environment is the session's, its folder the job's.
 */
export function processWork(init: LocalPipelineInit, program: readonly [string, ...string[]]): ChildJobWork {
  const { family, definition, initialization, input, location, environment } = init;
  const [file, ...words] = program;
  const args = [...words, '-WorkingDirectory', location];
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) if (value !== undefined) env[name] = value;
  const session = new SessionContext({ carriers: family.context.carriers, namePrefix: family.context.namePrefix });
  return {
    location: 'localhost',
    session: undefined,
    toldOfHost: true,
    async start(signal, host) {
      let made: PSSession | undefined;
      const connectionInfo = new ProcessConnectionInfo({ file, args, cwd: location, env });
      for await (const one of newPSSession({ connectionInfo, context: session, signal, host }).output) made = one;
      if (made === undefined) throw new Error(NO_SESSION);
      const { runspace } = made;
      if (initialization !== undefined) {
        const first = runspace.startPipeline(initialization, { host });
        await first.pumpTo(() => undefined);
      }
      const pipeline = runspace.startPipeline(definition, { host, noInput: input.length === 0 });
      if (input.length > 0)
        void (async () => {
          for (const value of input) await pipeline.write(value);
          await pipeline.endInput();
        })().catch(() => undefined); // a pipeline that has ended wants no more input
      return killable(pipeline, () => runspace.abandon());
    },
    finished: () => session.close(),
  };
}

/** How long a script is given to stop by itself before its process ends. Milliseconds. */
const STOP_GRACE_MS = 2_000;

/** A script that does not stop (a loop outside of our reach, a program that hangs) goes with its process. */
function killable(pipeline: JobPipeline, kill: () => Promise<void>): JobPipeline {
  return {
    pumpTo: (take) => pipeline.pumpTo(take),
    hold: (held) => pipeline.hold(held),
    async stop() {
      let timer: NodeJS.Timeout | undefined;
      const stopping = pipeline.stop().then(() => true);
      const late = new Promise<false>((resolve) => {
        timer = setTimeout(() => resolve(false), STOP_GRACE_MS);
      });
      try {
        if (!(await Promise.race([stopping, late]))) await kill();
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
