/** What happens to the sessions of a client that leaves in an orderly way. cmdlets.md 2.2, 18.2 */
import type { PSSession } from '../model/ps-session.js';
import type { SessionContext } from './session-context.js';

/** True when the rule says: leave the session to the server, because its command can go on there. */
export function survivesExit(session: PSSession): boolean {
  return session.runspace.supportsDisconnect && session.runspace.hasRunningPipeline;
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
      if (['Closed', 'Broken', 'BeforeOpen'].includes(session.state)) return;
      if (session.state === 'Disconnected') {
        await session.runspace.letGo();
        return;
      }
      // Exit must end, whatever a server does: a session that cannot be left in order is dropped.
      try {
        if (survivesExit(session)) {
          await session.runspace.disconnect({});
          await session.runspace.letGo();
        } else await session.runspace.close();
      } catch {
        await session.runspace.abandon();
      }
    }),
  );
}
