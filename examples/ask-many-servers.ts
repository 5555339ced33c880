/**
 * Runs one script on several servers at once and tells how each of them ended.
 *
 *     node ask-many-servers.js user password http://a:5985/wsman http://b:5985/wsman ...
 *
 * Without arguments it starts two endpoints of its own, and adds a server that is not there.
 */
import { pathToFileURL } from 'node:url';
import { invokeCommand, SessionContext } from 'pssession';
import { createTestEndpoint } from 'pssession/testing';

export async function askManyServers(
  connectionUri: readonly string[],
  credential: { readonly userName: string; readonly password: string },
  print: (line: string) => void,
): Promise<void> {
  await using context = new SessionContext();
  const run = invokeCommand({
    context,
    connectionUri,
    credential,
    scriptBlock: '1 + 1',
    throttleLimit: 8,
    sessionOption: { maxConnectionRetryCount: 0, openTimeoutMs: 10_000 },
  });
  const { error } = await run.collect();
  for (const one of run.outcomes) print(`${one.computerName}: ${one.state}, ${one.outputCount} objects`);
  for (const one of error) print(`${one.fullyQualifiedErrorId}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [userName, password = '', ...uris] = process.argv.slice(2);
  if (userName !== undefined) await askManyServers(uris, { userName, password }, console.log);
  else {
    await using first = await createTestEndpoint();
    await using second = await createTestEndpoint();
    const credential = { userName: first.user, password: first.password };
    await askManyServers([first.url, second.url, 'http://127.0.0.1:1/wsman'], credential, console.log);
  }
}
