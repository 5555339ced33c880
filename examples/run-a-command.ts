/**
 * Opens a session, runs a script in it, and reads its streams.
 *
 *     node run-a-command.js http://server:5985/wsman user password
 *
 * Without arguments it starts an endpoint of its own and uses that.
 */
import { pathToFileURL } from 'node:url';
import { invokeCommand, newPSSession, undecorated, type NewPSSessionParameters } from 'pssession';
import { createTestEndpoint } from 'pssession/testing';

export async function runACommand(target: NewPSSessionParameters, print: (line: string) => void): Promise<void> {
  await using session = await newPSSession(target).one();
  print(`${session.name} on ${session.computerName} is ${session.state}`);

  const run = invokeCommand({ session, scriptBlock: '1..3 | ForEach-Object { $_ * 10 }; 1 / 0; "and on"' });
  for await (const record of run.records) {
    if (record.stream === 'output') print(`output ${JSON.stringify(undecorated(record.value))}`);
    else if (record.stream === 'error') print(`error ${record.value.fullyQualifiedErrorId}: ${record.value.message}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [connectionUri, userName = '', password = ''] = process.argv.slice(2);
  if (connectionUri !== undefined)
    await runACommand({ connectionUri, credential: { userName, password } }, console.log);
  else {
    await using endpoint = await createTestEndpoint();
    const credential = { userName: endpoint.user, password: endpoint.password };
    await runACommand({ connectionUri: endpoint.url, credential }, console.log);
  }
}
