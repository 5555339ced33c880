/**
 * Starts long work, leaves it to its server, finds it again as another client would, and takes all of its output.
 *
 *     node leave-and-return.js http://server:5985/wsman user password
 *
 * Without arguments it starts an endpoint of its own and uses that.
 */
import { pathToFileURL } from 'node:url';
import { getPSSession, invokeCommand, receivePSSession, removePSSession, SessionContext } from 'pssession';
import { createTestEndpoint } from 'pssession/testing';

export interface Place {
  readonly connectionUri: string;
  readonly credential: { readonly userName: string; readonly password: string };
}

export async function leaveAndReturn(place: Place, print: (line: string) => void): Promise<void> {
  // A context is one "current session". Two of them are two clients, as two processes or two machines are.
  await using morning = new SessionContext();
  const url = new URL(place.connectionUri);
  const [started] = await invokeCommand({
    context: morning,
    computerName: url.hostname,
    port: Number(url.port),
    credential: place.credential,
    inDisconnectedSession: true,
    sessionName: 'NightlyJob',
    scriptBlock: '1..20',
  }).all();
  print(`${started?.name ?? '?'} is ${started?.state ?? '?'}`);

  await using evening = new SessionContext();
  for await (const session of getPSSession({ context: evening, ...place, name: 'Nightly*' })) {
    print(`found ${session.name}: ${session.state}, ${session.availability}`);
    let count = 0;
    for await (const _ of receivePSSession({ context: evening, session })) count += 1;
    print(`received ${count} objects`);
    await removePSSession({ context: evening, session }).all();
  }
  print(`left there: ${(await getPSSession({ context: evening, ...place }).all()).length}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [connectionUri, userName = '', password = ''] = process.argv.slice(2);
  if (connectionUri !== undefined)
    await leaveAndReturn({ connectionUri, credential: { userName, password } }, console.log);
  else {
    await using endpoint = await createTestEndpoint();
    const credential = { userName: endpoint.user, password: endpoint.password };
    await leaveAndReturn({ connectionUri: endpoint.url, credential }, console.log);
  }
}
