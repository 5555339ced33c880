/** The examples do what their text says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askManyServers } from '../../examples/ask-many-servers.js';
import { leaveAndReturn } from '../../examples/leave-and-return.js';
import { restrictedSession } from '../../examples/restricted-session.js';
import { runACommand } from '../../examples/run-a-command.js';
import { sessionConfiguration } from '../../src/server/index.js';
import { createTestEndpoint, type TestEndpoint } from '../../src/testing/index.js';
import { peerAvailable, peerCommand } from '../support/peer.js';

describe.skipIf(!peerAvailable)('the examples', () => {
  let endpoint: TestEndpoint;
  beforeAll(async () => {
    const [file, ...args] = await peerCommand('-NoLogo', '-NoProfile', '-s');
    endpoint = await createTestEndpoint({
      configurations: [
        sessionConfiguration({ name: 'Microsoft.PowerShell', runspace: { kind: 'command', command: [file, ...args] } }),
      ],
    });
  }, 300_000);
  afterAll(async () => {
    await endpoint[Symbol.asyncDispose]();
  });
  const place = () => ({
    connectionUri: endpoint.url,
    credential: { userName: endpoint.user, password: endpoint.password },
  });

  it('run a command', async () => {
    const lines: string[] = [];
    await runACommand({ ...place(), name: 'example' }, (line) => lines.push(line));
    expect(lines).toEqual([
      'example on 127.0.0.1 is Opened',
      'output 10',
      'output 20',
      'output 30',
      'error RuntimeException: Attempted to divide by zero.',
      'output "and on"',
    ]);
  });
  it('leave and return', async () => {
    const lines: string[] = [];
    await leaveAndReturn(place(), (line) => lines.push(line));
    expect(lines).toEqual([
      'NightlyJob is Disconnected',
      'found NightlyJob: Disconnected, None',
      'received 20 objects',
      'left there: 0',
    ]);
  });
  it('ask many servers', async () => {
    const lines: string[] = [];
    const { connectionUri, credential } = place();
    await askManyServers([connectionUri, 'http://127.0.0.1:1/wsman'], credential, (line) => lines.push(line));
    expect(lines.toSorted((one, other) => one.localeCompare(other))).toEqual([
      '127.0.0.1: Completed, 1 objects',
      '127.0.0.1: Failed, 0 objects',
      'CannotConnect,PSSessionStateBroken',
    ]);
  });
});

describe('the example of a restricted session', () => {
  it('shows what its caller can do, and what he cannot', async () => {
    const lines: string[] = [];
    await restrictedSession((line) => lines.push(line));
    expect(lines).toEqual([
      'a function of the role: 1 + 2 = 3',
      'a value that is allowed: 2000',
      'a value that is not: ParameterArgumentValidationError,Get-Date',
      'a command that is hidden: CommandNotFoundException',
      'a script: ScriptsNotAllowed',
    ]);
  });
});
