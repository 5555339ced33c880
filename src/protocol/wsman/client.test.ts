import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8, parseGuid } from '../bytes/index.js';
import { AuthenticationError, RemoteProtocolError, TransportError, WsmanFaultError } from '../errors/index.js';
import { faultError, readRequest, WsmanClient, wsmanFault, writeResponse, type WsmanRequest } from './index.js';
import { Pair, seededRandom } from './pair.fixture.js';

const SHELL = { shellId: parseGuid('11111111-aaaa-4000-8000-00000000000a') };
const make = (options: object = {}): WsmanClient =>
  new WsmanClient({ connectionUri: 'http://server:5985/wsman', random: seededRandom(3), ...options });
const requestOf = (bytes: Uint8Array): WsmanRequest => {
  const reading = readRequest(bytes);
  if (!reading.ok) throw new Error(reading.fault.reason);
  return reading.request;
};

describe('requests of the client', () => {
  it('carry the header of protocol.md 7.3', () => {
    const client = make({ psVersion: '7.4.1', operationTimeoutMs: 30_000, locale: 'de-DE', dataLocale: 'fr-FR' });
    expect(client.requestUrl).toBe('http://server:5985/wsman?PSVersion=7.4.1');
    const text = decodeUtf8(client.send(SHELL, { data: Uint8Array.of(1) }).request);
    expect(text).toContain('<a:To>http://server:5985/wsman?PSVersion=7.4.1</a:To>');
    expect(text).toContain('<w:OperationTimeout>PT30.000S</w:OperationTimeout>');
    expect(text).toContain('<w:Selector Name="ShellId">11111111-AAAA-4000-8000-00000000000A</w:Selector>');
    const { header } = requestOf(encodeUtf8(text));
    expect(header).toMatchObject({ locale: 'de-DE', dataLocale: 'fr-FR', maxEnvelopeBytes: 512_000, sequenceId: 1 });
    expect(header.messageId).toMatch(/^uuid:[0-9A-F]{8}-[0-9A-F-]{27}$/);
    expect(header.sessionId).toBe(`uuid:${client.sessionId.toUpperCase()}`);
  });
  it('append PSVersion to a URL that has a query already', () => {
    expect(make({ connectionUri: 'https://s/wsman?x=1', psVersion: '7.5' }).requestUrl).toBe(
      'https://s/wsman?x=1;PSVersion=7.5',
    );
  });
  it('number the Receives of a chain, each with a MessageID of its own, and keep both for a retransmission', () => {
    const client = make();
    const channel = client.receive(SHELL);
    const first = requestOf(channel.request ?? new Uint8Array(0));
    expect(channel.request).toBe(channel.request);
    const empty = writeResponse({ request: 'receive', messageId: 'uuid:1', body: { type: 'received', streams: [] } });
    expect(channel.receiveAnswer(200, empty)).toEqual([]);
    const second = requestOf(channel.request ?? new Uint8Array(0));
    expect(second.header.operationId).toBe(first.header.operationId);
    expect([first.header.sequenceId, second.header.sequenceId]).toEqual([0, 1]);
    expect(second.header.messageId).not.toBe(first.header.messageId);
  });
  it('stay inside the envelope limit, which grows when the peer speaks 2.2 or later', () => {
    const client = make();
    expect(client.maxRequestBytes).toBe(153_600);
    for (const version of ['2.1', '2.2', '2.3']) {
      client.useProtocolVersion(version);
      expect(client.maxRequestBytes).toBe(version === '2.1' ? 153_600 : 512_000);
      const parts = client.splitInput(new Uint8Array(1_000_000));
      expect(parts.reduce((sum, part) => sum + part.length, 0)).toBe(1_000_000);
      for (const data of parts) {
        const commandId = SHELL.shellId;
        const size = client.send({ ...SHELL, compressed: true }, { data, commandId, end: true }).request.length;
        expect(size).toBeLessThanOrEqual(client.maxRequestBytes);
      }
      expect((parts[0]?.length ?? 0) * 1.34).toBeGreaterThan(client.maxRequestBytes * 0.97);
    }
    client.useServiceEnvelopeLimit(150);
    expect(client.maxRequestBytes).toBe(153_600);
  });
});

describe('answers to the client', () => {
  const failure = (status: number, body: Uint8Array | string): unknown => {
    const bytes = typeof body === 'string' ? encodeUtf8(body) : body;
    const step = make().getShell(SHELL).receiveAnswer(status, bytes);
    return step.type === 'failed' ? step.error : step;
  };
  it('become errors with PowerShell ids when they are no envelope', () => {
    expect(failure(401, '')).toBeInstanceOf(AuthenticationError);
    expect(failure(404, 'Not found')).toMatchObject({ errorId: 'URLNotAvailable' });
    expect(failure(503, '')).toMatchObject({ errorId: 'CannotConnectWinRMService' });
    expect(failure(500, '')).toMatchObject({ errorId: 'WinRMHttpError' });
    expect(failure(500, '<html>')).toBeInstanceOf(TransportError);
    for (const body of ['', '<html><body>It works</body></html>', '<s:Envelope', 'nonsense', '<a/>']) {
      expect(failure(200, body), body).toBeInstanceOf(RemoteProtocolError);
    }
  });
  it('have to relate to the request and to have its action', () => {
    const body = { type: 'shell', shell: { shellId: SHELL.shellId } } as const;
    const written = (request: 'get' | 'delete', relatesTo: string): Uint8Array =>
      writeResponse({ request, messageId: 'uuid:1', relatesTo, body });
    expect(failure(200, written('get', 'uuid:else'))).toBeInstanceOf(RemoteProtocolError);
    const operation = make().getShell(SHELL);
    const messageId = requestOf(operation.request).header.messageId ?? '';
    expect(operation.receiveAnswer(200, written('delete', messageId))).toMatchObject({ type: 'failed' });
    expect(operation.receiveAnswer(200, written('get', messageId))).toMatchObject({ type: 'result' });
  });
  it('keep the fault: code, subcode, text and the name PowerShell has for it', () => {
    const error = faultError(wsmanFault('UNEXPECTED_SELECTORS', { message: 'no such shell' }));
    expect(error).toBeInstanceOf(WsmanFaultError);
    expect(error).toMatchObject({
      code: 2150858843,
      subcode: 'w:InvalidSelectors',
      errorId: 'CannotConnectTargetSessionDoesNotExist',
      message: 'no such shell',
    });
    expect(faultError(wsmanFault('RECEIVE_IN_PROGRESS')).errorId).toBe('2150859047');
    expect(faultError(wsmanFault('PLUGIN_SESSION_CREATION_FAILED')).providerText).toContain('could not be created');
  });
  it('end an enumeration whose server never does', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const operation = client.enumerateShells();
    const endless = writeResponse({
      request: 'enumerate',
      messageId: 'uuid:1',
      body: { type: 'enumerated', pulled: false, items: [], end: false },
    });
    expect(operation.receiveAnswer(200, endless)).toMatchObject({ type: 'failed' });
  });
});
