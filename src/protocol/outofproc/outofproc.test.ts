import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_GUID, parseGuid, type Guid } from '../bytes/index.js';
import { PSSessionError, RemoteProtocolError } from '../errors/index.js';
import {
  OutOfProcClient,
  OutOfProcServer,
  PacketReader,
  encodePacket,
  type OutOfProcClientEvent,
  type OutOfProcServerEvent,
} from './index.js';

const A = parseGuid('c1a50000-0000-4000-8000-00000000000a');
const B = parseGuid('c1a50000-0000-4000-8000-00000000000b');
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf8'));
const text = (data: Uint8Array | undefined): string => Buffer.from(data ?? []).toString('utf8');

const sent = (machine: { bytesToSend(): Uint8Array | undefined }): string[] => {
  let all = '';
  for (let part = machine.bytesToSend(); part !== undefined; part = machine.bytesToSend()) all += text(part);
  return all.split('\n').filter((line) => line !== '');
};
const ack = (name: string, id: Guid): Uint8Array => utf8(`<${name} PSGuid='${id}' />\n`);
const types = (events: readonly { readonly type: string }[]): string[] => events.map(({ type }) => type);

describe('packets', () => {
  it('are written in exactly the spelling that PowerShell searches for', () => {
    expect(text(encodePacket({ type: 'Data', id: EMPTY_GUID, priority: 'Default', bytes: bytes(1, 2, 3) }))).toBe(
      "<Data Stream='Default' PSGuid='00000000-0000-0000-0000-000000000000'>AQID</Data>\n",
    );
    expect(text(encodePacket({ type: 'Data', id: A, priority: 'PromptResponse', bytes: bytes(255) }))).toBe(
      `<Data Stream='PromptResponse' PSGuid='${A}'>/w==</Data>\n`,
    );
    for (const type of ['DataAck', 'Command', 'CommandAck', 'Close', 'CloseAck', 'Signal', 'SignalAck'] as const) {
      expect(text(encodePacket({ type, id: A }))).toBe(`<${type} PSGuid='${A}' />\n`);
    }
  });

  it.each([
    [`<Data Stream='Default' PSGuid='${A}'>AQID</Data>`, 'Default'],
    [`<Data PSGuid="${A}" Stream="Default">AQID</Data>`, 'Default'],
    [`  <Data  Stream = 'promptresponse'  PSGuid='${A.toUpperCase()}' >AQ\tID</Data > `, 'PromptResponse'],
    [`<Data Stream='whatever' PSGuid='${A}'>AQI&#x44;</Data>`, 'Default'],
    [`<Data Stream='PromptResponse' PSGuid='${A}'>AQID</Data>`, 'PromptResponse'],
  ])('reads %s', (line, priority) => {
    expect(new PacketReader().read(utf8(line))).toEqual([{ type: 'Data', id: A, priority, bytes: bytes(1, 2, 3) }]);
  });

  it('reads several elements on one line', () => {
    const line = `<DataAck PSGuid='${A}' /><Signal PSGuid="${B}"></Signal><Data Stream='Default' PSGuid='${A}'>AA==</Data>`;
    expect(types(new PacketReader().read(utf8(line)))).toEqual(['DataAck', 'Signal', 'Data']);
  });

  it.each([
    ['text'],
    ["<Data Stream='Default'>AQID</Data>"],
    [`<Data PSGuid='${A}'>AQID</Data>`],
    [`<Data Stream='Default' PSGuid='${A}' More='1'>AQID</Data>`],
    [`<Data Stream='Default' PSGuid='${A}'></Data>`],
    [`<Data Stream='Default' PSGuid='${A}'>&&&&</Data>`],
    [`<Data Stream='Default' PSGuid='${A}'>A*ID</Data>`],
    [`<data Stream='Default' PSGuid='${A}'>AQID</data>`],
    [`<Close PSGuid='${A}' Stream='Default' />`],
    ["<Close PSGuid='none' />"],
    ['<Close />'],
    [`<Unknown PSGuid='${A}' />`],
    [`<Close PSGuid='${A}' />text`],
    [`<Close PSGuid='${A}'>`],
    [`<!DOCTYPE x><Close PSGuid='${A}' />`],
    [`<x><Close PSGuid='${A}' /></x>`],
    [`</line><line>`],
  ])('refuses %s', (line) => {
    expect(() => new PacketReader().read(utf8(line))).toThrow(RemoteProtocolError);
  });
});

describe('OutOfProcClient', () => {
  it('has one Data of a channel on its way at most', () => {
    const client = new OutOfProcClient();
    client.sendData(EMPTY_GUID, bytes(1));
    client.sendData(EMPTY_GUID, bytes(2));
    expect(sent(client)).toEqual([`<Data Stream='Default' PSGuid='${EMPTY_GUID}'>AQ==</Data>`]);
    expect(types(client.receive(ack('DataAck', EMPTY_GUID)))).toEqual(['dataAcknowledged']);
    expect(sent(client)).toEqual([`<Data Stream='Default' PSGuid='${EMPTY_GUID}'>Ag==</Data>`]);
    expect(client.receive(ack('DataAck', A))).toEqual([]);
  });

  it('sends a command, then its data when the server knows it; channels do not wait for each other', () => {
    const client = new OutOfProcClient();
    client.sendData(EMPTY_GUID, bytes(9));
    client.startCommand(A, bytes(1));
    client.startCommand(B, bytes(2));
    client.sendData(A, bytes(3));
    expect(sent(client).map((line) => line.slice(1, 8))).toEqual(['Data St', 'Command', 'Command']);
    expect(client.receive(ack('CommandAck', A))).toEqual([{ type: 'commandAcknowledged', id: A }]);
    expect(sent(client)).toEqual([`<Data Stream='Default' PSGuid='${A}'>AQ==</Data>`]);
    client.receive(ack('DataAck', A));
    expect(sent(client)).toEqual([`<Data Stream='Default' PSGuid='${A}'>Aw==</Data>`]);
  });

  it('sends the data of a command that was prepared at once, and closes one that was not used with the session', () => {
    const client = new OutOfProcClient();
    client.prepareCommand(A);
    expect(sent(client)).toEqual([`<Command PSGuid='${A}' />`]);
    expect(() => client.prepareCommand(A)).toThrow(/in use/);
    client.receive(ack('CommandAck', A));
    client.startCommand(A, bytes(1));
    client.prepareCommand(B);
    expect(sent(client)).toEqual([`<Data Stream='Default' PSGuid='${A}'>AQ==</Data>`, `<Command PSGuid='${B}' />`]);
    expect(() => client.startCommand(A)).toThrow(/in use/);
    client.receive(ack('CommandAck', B));
    client.closeSession();
    expect(sent(client)).toEqual([`<Close PSGuid='${A}' />`, `<Close PSGuid='${B}' />`]);
  });

  it('lets answers to prompts overtake waiting data, and Signal and Close overtake both', () => {
    const client = new OutOfProcClient();
    client.startCommand(A, bytes(1));
    client.receive(ack('CommandAck', A));
    client.sendData(A, bytes(2));
    client.sendData(A, bytes(3), 'PromptResponse');
    sent(client);
    client.receive(ack('DataAck', A));
    expect(sent(client)).toEqual([`<Data Stream='PromptResponse' PSGuid='${A}'>Aw==</Data>`]);
    expect(client.signal(A)).toBe(true);
    expect(sent(client)).toEqual([`<Signal PSGuid='${A}' />`]);
    expect(client.receive(ack('SignalAck', A))).toEqual([{ type: 'signalAcknowledged', id: A }]);
    client.closeCommand(A);
    expect(sent(client)).toEqual([`<Close PSGuid='${A}' />`]);
    expect(client.receive(ack('CloseAck', A))).toEqual([{ type: 'commandClosed', id: A }]);
    expect(client.signal(A)).toBe(false);
    expect(client.closeCommand(A)).toBe(false);
  });

  it('closes the commands before the session', () => {
    const client = new OutOfProcClient();
    client.startCommand(A);
    client.receive(ack('CommandAck', A));
    sent(client);
    client.closeSession();
    expect(sent(client)).toEqual([`<Close PSGuid='${A}' />`]);
    client.receive(ack('CloseAck', A));
    expect(sent(client)).toEqual([`<Close PSGuid='${EMPTY_GUID}' />`]);
    expect(client.receive(ack('CloseAck', EMPTY_GUID))).toEqual([{ type: 'sessionClosed' }]);
    expect(client.endOfInput()).toEqual([]);
    expect(() => client.sendData(EMPTY_GUID, bytes(1))).toThrow(/state/);
  });

  it('tells what was not acknowledged in time, and closes the session all the same', () => {
    const client = new OutOfProcClient({ ackTimeoutMs: 60_000 });
    client.startCommand(A);
    client.receive(ack('CommandAck', A));
    expect(client.nextTimeout()).toBeUndefined();
    client.closeSession();
    expect(client.nextTimeout()).toBe(0);
    expect(client.handleTimeout(1_000)).toEqual([]);
    expect(client.nextTimeout()).toBe(61_000);
    expect(client.handleTimeout(60_999)).toEqual([]);
    sent(client);
    expect(client.handleTimeout(61_000)).toEqual([{ type: 'timedOut', operation: 'Close', id: A, limitMs: 60_000 }]);
    expect(sent(client)).toEqual([`<Close PSGuid='${EMPTY_GUID}' />`]);
  });

  const fault = (events: readonly OutOfProcClientEvent[]): string => {
    const event = events.at(-1);
    return event?.type === 'faulted' ? event.reason.message : `no fault but ${types(events).join()}`;
  };

  it('shows a banner as what it is, and the text of an error line', () => {
    expect(fault(new OutOfProcClient().receive(utf8('Welcome to host\n')))).toMatch(/It wrote: Welcome to host$/);
    expect(fault(new OutOfProcClient().receive(utf8('<html>no</html>\n')))).toMatch(/It wrote: <html>/);
    expect(fault(new OutOfProcClient().receive(utf8('__NAMEDPIPEERROR__:no such configuration\r\n')))).toBe(
      'no such configuration',
    );
    expect(fault(new OutOfProcClient().receive(utf8('__HyperVSocketError__: x\n')))).toBe('x');
    const client = new OutOfProcClient();
    client.receive(utf8('bash: pwsh: not found'));
    expect(fault(client.endOfInput())).toMatch(/pwsh: not found/);
    expect(fault(new OutOfProcClient().endOfInput())).toMatch(/before it answered/);
  });

  it('skips a byte order mark and empty lines, and takes CR LF', () => {
    const client = new OutOfProcClient();
    const line = `\ufeff\r\n\n<Data Stream='Default' PSGuid='${EMPTY_GUID}'>AQID</Data>\r\n`;
    expect(client.receive(utf8(line))).toEqual([{ type: 'data', id: EMPTY_GUID, bytes: bytes(1, 2, 3) }]);
  });

  it('ends at a line that is no packet, after the good ones before it', () => {
    const client = new OutOfProcClient();
    const events = client.receive(utf8(`<DataAck PSGuid='${EMPTY_GUID}' />\nrubbish\n`));
    expect(types(events)).toEqual(['faulted']);
    expect(client.receive(ack('CloseAck', EMPTY_GUID))).toEqual([]);
  });

  it('refuses packets that only clients send', () => {
    expect(fault(new OutOfProcClient().receive(ack('Command', A)))).toMatch(/only clients send/);
  });

  it('bounds a line', () => {
    const client = new OutOfProcClient({ maxLineBytes: 1_000 });
    client.receive(new Uint8Array(900).fill(0x3c));
    expect(fault(client.receive(new Uint8Array(200).fill(0x3c)))).toMatch(/limit of 1000 bytes/);
  });

  it('refuses wrong calls', () => {
    const client = new OutOfProcClient();
    expect(() => client.sendData(A, bytes(1))).toThrow(/no command/);
    expect(() => client.startCommand(EMPTY_GUID)).toThrow(/in use/);
    expect(() => client.sendData(EMPTY_GUID, bytes())).toThrow(/one byte/);
  });
});

describe('OutOfProcServer', () => {
  it('acknowledges a command at once and all else when its owner did it', () => {
    const server = new OutOfProcServer();
    expect(types(server.receive(ack('Command', A)))).toEqual(['commandCreated']);
    expect(sent(server)).toEqual([`<CommandAck PSGuid='${A}' />`]);
    const data = `<Data Stream='Default' PSGuid='${A}'>AQID</Data>\n<Data Stream='PromptResponse' PSGuid='${EMPTY_GUID}'>AQ==</Data>\n`;
    expect(server.receive(utf8(data))).toEqual([
      { type: 'data', id: A, priority: 'Default', bytes: bytes(1, 2, 3) },
      { type: 'data', id: EMPTY_GUID, priority: 'PromptResponse', bytes: bytes(1) },
    ]);
    expect(sent(server)).toEqual([]);
    server.acknowledgeData(A);
    expect(types(server.receive(ack('Signal', A)))).toEqual(['signalled']);
    server.sendData(A, bytes(7));
    server.acknowledgeSignal(A);
    expect(types(server.receive(ack('Close', A)))).toEqual(['commandClosing']);
    server.acknowledgeClose(A);
    server.sendData(A, bytes(8)); // released: nobody would read it
    expect(sent(server)).toEqual([
      `<DataAck PSGuid='${A}' />`,
      `<Data Stream='Default' PSGuid='${A}'>Bw==</Data>`,
      `<SignalAck PSGuid='${A}' />`,
      `<CloseAck PSGuid='${A}' />`,
    ]);
  });

  it('answers for commands that are not there', () => {
    const server = new OutOfProcServer();
    expect(server.receive(utf8(`<Data Stream='Default' PSGuid='${A}'>AQ==</Data>\n`))).toEqual([]);
    expect(server.receive(ack('Signal', A))).toEqual([]);
    expect(server.receive(ack('Close', A))).toEqual([]);
    expect(sent(server).map((line) => line.split(' ')[0])).toEqual(['<DataAck', '<SignalAck', '<CloseAck']);
  });

  it('closes the commands that are left with the session, and can begin anew', () => {
    const server = new OutOfProcServer();
    server.receive(ack('Command', A));
    sent(server);
    expect(types(server.receive(ack('Close', EMPTY_GUID)))).toEqual(['commandClosing', 'sessionClosing']);
    server.acknowledgeClose(EMPTY_GUID);
    expect(sent(server)).toEqual([]);
    server.acknowledgeClose(A);
    expect(sent(server)).toEqual([`<CloseAck PSGuid='${EMPTY_GUID}' />`]);
    expect(types(server.receive(utf8(`<Data Stream='Default' PSGuid='${EMPTY_GUID}'>AQ==</Data>\n`)))).toEqual([
      'data',
    ]);
  });

  const reason = (events: readonly OutOfProcServerEvent[]): string | undefined => {
    const event = events.at(-1);
    return event?.type === 'ended' ? event.reason?.message : 'did not end';
  };

  it('ends at an empty line, at the wrong direction, at a second Command, at garbage, and quietly at the end', () => {
    expect(reason(new OutOfProcServer().receive(utf8('\n')))).toMatch(/empty/);
    expect(reason(new OutOfProcServer().receive(ack('DataAck', A)))).toMatch(/only servers send/);
    expect(reason(new OutOfProcServer().receive(ack('Signal', EMPTY_GUID)))).toMatch(/command's id/);
    expect(reason(new OutOfProcServer().receive(ack('Command', EMPTY_GUID)))).toMatch(/command's id/);
    expect(reason(new OutOfProcServer().receive(utf8('GET / HTTP/1.1\r\n')))).toMatch(/not acceptable|XML/);
    const server = new OutOfProcServer();
    server.receive(ack('Command', A));
    expect(reason(server.receive(ack('Command', A)))).toMatch(/twice/);
    expect(server.endOfInput()).toEqual([]);
    expect(new OutOfProcServer().endOfInput()).toEqual([{ type: 'ended' }]);
  });

  it('writes an error line that clients show', () => {
    const server = new OutOfProcServer();
    server.reportError('no\r\nsuch thing');
    expect(sent(server)).toEqual(['__NamedPipeError__:no such thing']);
  });
});

describe('both sides', () => {
  /** Moves everything that waits, in slices of `slice` bytes. */
  const settle = (client: OutOfProcClient, server: OutOfProcServer, slice: number) => {
    const log: string[] = [];
    for (let moved = true; moved; ) {
      moved = false;
      for (const [from, to, name] of [
        [client, server, 'server'],
        [server, client, 'client'],
      ] as const) {
        for (let part = from.bytesToSend(); part !== undefined; part = from.bytesToSend()) {
          moved = true;
          for (let at = 0; at < part.length; at += slice) {
            for (const event of to.receive(part.subarray(at, at + slice))) {
              log.push(`${name} ${event.type}`);
              if (to !== server) continue;
              const own = event as OutOfProcServerEvent;
              if (own.type === 'data') server.acknowledgeData(own.id);
              if (own.type === 'signalled') server.acknowledgeSignal(own.id);
              if (own.type === 'commandClosing') server.acknowledgeClose(own.id);
              if (own.type === 'sessionClosing') server.acknowledgeClose(EMPTY_GUID);
            }
          }
        }
      }
    }
    return log;
  };

  it('understand each other, however the bytes are cut', () => {
    const run = (slice: number): string[] => {
      const [client, server] = [new OutOfProcClient(), new OutOfProcServer()];
      client.sendData(EMPTY_GUID, new Uint8Array(40_000).fill(3));
      client.startCommand(A, bytes(1, 2));
      client.sendData(A, bytes(3));
      client.startCommand(B, bytes(4));
      const log = settle(client, server, slice);
      server.sendData(A, bytes(5));
      client.signal(A);
      log.push(...settle(client, server, slice));
      client.closeSession();
      log.push(...settle(client, server, slice));
      expect(client.state).toBe('closed');
      return log;
    };
    const whole = run(1_000_000);
    expect(whole.filter((line) => line === 'client sessionClosed').length).toBe(1);
    expect(run(1).toSorted()).toEqual(whole.toSorted());
    expect(run(7).toSorted()).toEqual(whole.toSorted());
  });

  it('take any garbage with events and nothing else', () => {
    const line = fc.oneof(
      fc
        .constantFrom('Data', 'DataAck', 'Command', 'CommandAck', 'Close', 'CloseAck', 'Signal', 'SignalAck')
        .chain((name) =>
          fc
            .constantFrom(A, B, EMPTY_GUID, 'x')
            .map((id) =>
              name === 'Data' ? `<Data Stream='Default' PSGuid='${id}'>AQID</Data>\n` : `<${name} PSGuid='${id}' />\n`,
            ),
        ),
      fc.string({ maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.integer({ min: 0, max: 31 }), (lines, calls) => {
        for (const machine of [new OutOfProcClient(), new OutOfProcServer()]) {
          if (machine instanceof OutOfProcClient) {
            if ((calls & 1) !== 0) machine.startCommand(A, bytes(1));
            if ((calls & 2) !== 0) machine.sendData(EMPTY_GUID, bytes(1));
            if ((calls & 4) !== 0) machine.signal(A);
            if ((calls & 8) !== 0) machine.closeCommand(A);
            if ((calls & 16) !== 0) machine.closeSession();
          }
          for (const event of machine.receive(utf8(lines.join('')))) {
            if ('reason' in event) expect(event.reason).toBeInstanceOf(PSSessionError);
          }
          machine.endOfInput();
          sent(machine);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('carry 64 MB at speed', () => {
    const server = new OutOfProcServer();
    const client = new OutOfProcClient();
    server.receive(ack('Command', A));
    client.startCommand(A);
    const blob = new Uint8Array(32_768).fill(65);
    const start = performance.now();
    let received = 0;
    for (let index = 0; index < 2_048; index += 1) {
      server.sendData(A, blob);
      for (let part = server.bytesToSend(); part !== undefined; part = server.bytesToSend()) {
        for (const event of client.receive(part)) if (event.type === 'data') received += event.bytes.length;
      }
    }
    expect(received).toBe(64 * 1024 * 1024);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
