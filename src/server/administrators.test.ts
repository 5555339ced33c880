/** What an administrator does with the sessions of others, by the commands. */
import { expect, it } from 'vitest';
import {
  connectPSSession,
  disconnectPSSession,
  getPSSession,
  newPSSession,
  removePSSession,
  SessionContext,
} from '../client/session/index.js';
import { createTestEndpoint } from '../testing/index.js';

it('an administrator removes what others left, and takes up nothing of it', async () => {
  await using server = await createTestEndpoint({
    users: [
      { user: 'alice', password: 'secret' },
      { user: 'boss', password: 'secret', administrator: true },
    ],
  });
  const as = (userName: string) => ({
    context: new SessionContext(),
    connectionUri: server.url,
    credential: { userName, password: 'secret' },
  });
  const alice = as('alice');
  const boss = as('boss');
  const session = await newPSSession({ ...alice, name: 'left' }).one();
  await disconnectPSSession({ context: alice.context, session }).one();

  const tried = await connectPSSession({ context: boss.context, session: await getPSSession(boss).one() }).collect();
  expect(tried.error).toHaveLength(1);
  expect(await getPSSession(boss).all()).toHaveLength(1);

  const { error } = await removePSSession({
    context: boss.context,
    session: await getPSSession(boss).one(),
  }).collect();
  expect(error).toEqual([]);
  expect(await getPSSession(boss).all()).toEqual([]);
  await alice.context.close();
  await boss.context.close();
});
