/** What happens to the sessions of a client that leaves in an orderly way. cmdlets.md 2.2, 18.2 */
import type { PSSession } from '../model/ps-session.js';
import type { RemoteRunspace } from '../runspace/remote-runspace.js';
import type { SessionContext } from './session-context.js';

/** How long a server that is not reached is asked again when one leaves. */
const EXIT_RETRY_MS = 1_000;

/** True when the rule says: leave the session to the server, because its command can go on there. */
export function survivesExit(session: PSSession): boolean {
  return session.runspace.supportsDisconnect && session.runspace.hasRunningPipeline;
}

/** Aborted when the session's server has not been reached for a while: one who leaves does not wait longer for it. */
function networkAway(runspace: RemoteRunspace): { readonly signal: AbortSignal; readonly forget: () => void } {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const off = runspace.onNotice((notice) => {
    if (notice.type !== 'progress') return;
    if (notice.record.type === 'Processing') timer ??= setTimeout(() => abort.abort(), EXIT_RETRY_MS);
    else {
      clearTimeout(timer);
      timer = undefined;
    }
  });
  return {
    signal: abort.signal,
    forget: () => {
      off();
      clearTimeout(timer);
    },
  };
}

export async function closeLocalSession(context: SessionContext): Promise<void> {
  for (const job of context.jobs.list()) if (!job.canDisconnect && !job.isFinished) await job.stop();
  const runspaces = new Map(context.repository.list().map((session) => [session.instanceId, session]));
  for (const job of context.jobs.list()) {
    if (job.isFinished) continue;
    for (const child of job.workers)
      if (child.session !== undefined) runspaces.set(child.session.instanceId, child.session);
  }
  await Promise.all(
    [...runspaces.values()].map(async (session) => {
      if (session.state === 'Broken') await session.runspace.left();
      if (['Closed', 'Broken', 'BeforeOpen'].includes(session.state)) return;
      if (session.state === 'Disconnected') {
        await session.runspace.letGo();
        return;
      }
      // Exit must end, whatever a server does: a session that cannot be left in order is dropped.
      const away = networkAway(session.runspace);
      try {
        if (survivesExit(session)) {
          await session.runspace.disconnect({}, away.signal);
          await session.runspace.letGo();
        } else await session.runspace.close(away.signal);
      } catch {
        await session.runspace.abandon();
      } finally {
        away.forget();
      }
    }),
  );
}
