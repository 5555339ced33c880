/** What a session host may say: one that runs as a user is not trusted with what is others'. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEVER_ABORTED } from '../../io/runtime/index.js';
import { listenPipe, type ByteCarrier, type PipeListener } from '../../io/transport/index.js';
import { FrameType, type ShellSummary } from '../../protocol/wsman/index.js';
import type { AuditRecord } from '../gate/audit.js';
import type { ShellChange } from '../shells/shell-layer-api.js';
import { eventually } from '../test-support/wsman-probe.js';
import { HostGoneError } from './envelope-client.js';
import { HostConnection } from './host-connection.js';
import type { HostEntry } from './host-folders.js';
import { sharedKey } from './host-pool.js';
import type { HostSetup } from './host-setup.js';
import { SeamLink } from './seam-link.js';

const MINE = '00000000-0000-0000-0000-000000000001';
const THEIRS = '00000000-0000-0000-0000-000000000002';
const caller = {
  user: 'root',
  mechanism: 'Basic',
  groups: [],
  administrator: true,
  clientAddress: '',
  connectionString: '',
  connectionLost: NEVER_ABORTED,
};

let folder: string;
let listener: PipeListener | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hc-'));
});
afterEach(async () => {
  await listener?.close();
  listener = undefined;
  rmSync(folder, { recursive: true, force: true });
});

interface Heard {
  readonly host: HostConnection;
  readonly shells: ShellChange[];
  readonly audit: AuditRecord[];
  closed: boolean;
}

async function connected(behave: (carrier: ByteCarrier) => void): Promise<Heard> {
  const socket = path.join(folder, 's.sock');
  listener = await listenPipe(socket, behave);
  const entry: HostEntry = {
    id: 'abcdef01',
    key: sharedKey('embedded', 'Microsoft.PowerShell', 'ada', 1000),
    processId: 0,
    socket,
    user: 'ada',
  };
  const shells: ShellChange[] = [];
  const audit: AuditRecord[] = [];
  const heard = { shells, audit, closed: false };
  const host = await HostConnection.open(
    entry,
    { fingerprint: '' } as HostSetup,
    {
      shell: (_host, change) => void shells.push(change),
      audit: (record) => void audit.push(record),
      closed: () => {
        heard.closed = true;
      },
    },
    1000,
  );
  return Object.assign(heard, { host });
}

const shell = (shellId: string, owner: string): object => ({ shellId, owner, configuration: 'Microsoft.PowerShell' });

describe('a host that runs as a user', () => {
  it('has nothing to say of the sessions of others, and signs the log with its own name', async () => {
    const { host, shells, audit } = await connected((carrier) => {
      const link = new SeamLink(carrier, {
        hello: () => {
          queueMicrotask(() => {
            link.send(FrameType.shell, 0, { type: 'added', ...shell(THEIRS, 'bob') });
            link.send(FrameType.audit, 0, { event: 'loginAccepted', user: 'bob' });
            link.send(FrameType.shell, 0, { type: 'added', ...shell(MINE, 'ADA') });
          });
          return { protocol: 1, processId: 1, shells: [shell(THEIRS, 'bob'), shell(MINE, 'ada')] };
        },
        handle: () => new Promise(() => undefined),
        other: (frame) => link.send(FrameType.listed, frame.id, [shell(THEIRS, 'bob'), shell(MINE, 'ada')]),
        closed: () => undefined,
      });
      link.attach();
    });
    expect(host.welcome?.shells).toEqual([shell(MINE, 'ada')]);
    await eventually('it has said all', () => shells.length > 0);
    expect(shells).toEqual([{ type: 'added', ...shell(MINE, 'ADA') }]);
    expect(audit).toEqual([{ event: 'loginAccepted', user: 'ada' }]);
    expect((await host.listings(caller))?.map(({ owner }) => owner)).toEqual(['ada']);
    expect((await host.summaries())?.map(({ owner }: ShellSummary) => owner)).toEqual(['ada']);
    await host.detach();
  });

  it('loses its connection when it answers nonsense, and its requests with it', async () => {
    const heard = await connected((carrier) => {
      const link = new SeamLink(carrier, {
        hello: () => ({ protocol: 1, processId: 1, shells: [] }),
        handle: () => {
          void carrier.write(Buffer.from('nonsense, and much of it'));
          return new Promise(() => undefined);
        },
        closed: () => undefined,
      });
      link.attach();
    });
    await expect(heard.host.request(Buffer.from('<x/>'), caller)).rejects.toBeInstanceOf(HostGoneError);
    expect(heard.closed).toBe(true);
    expect(heard.host.closed).toBe(true);
  });
});
