/** Envelopes of every operation, as our own client and service write them to each other. */
import { guidFromRandom } from '../../../src/protocol/bytes/index.js';
import { Pair } from '../../../src/protocol/wsman/pair.fixture.js';

export function wsmanExamples(
  opening: Uint8Array,
  bytes: (count: number) => Uint8Array,
): { readonly requests: readonly Uint8Array[]; readonly responses: readonly Uint8Array[] } {
  const pair = new Pair();
  const client = pair.client(1, { random: bytes });
  const shell = { shellId: guidFromRandom(bytes(16)) };
  const requests = [
    client.createShell({ ...shell, creationData: opening }).request,
    client.enumerateShells().request,
    client.startCommand(shell, { commandId: guidFromRandom(bytes(16)), commandText: 'x', data: opening }).request,
    client.send(shell, { data: opening }).request,
    client.disconnect(shell, { idleTimeoutMs: 100_000 }).request,
    client.connect(shell, opening).request,
    client.receive(shell).request ?? new Uint8Array(0),
  ];
  for (const request of requests) pair.post(request);
  return { requests, responses: [...pair.answers.values()].map(({ envelope }) => envelope) };
}
