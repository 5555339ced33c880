import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8, parseGuid } from '../bytes/index.js';
import { FaultCode, FAULTS, readRequest, readResponse, wsmanFault, writeResponse, type FaultName } from './index.js';
import { ALICE, BOB, Pair, seededRandom } from './pair.fixture.js';

const SHELL = parseGuid('11111111-aaaa-4000-8000-000000000001');

function envelope(header: string, body = ''): Uint8Array {
  return encodeUtf8(
    `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" xmlns:r="http://schemas.microsoft.com/wbem/wsman/1/windows/shell"><s:Header><a:MessageID>uuid:X</a:MessageID>${header}</s:Header><s:Body>${body}</s:Body></s:Envelope>`,
  );
}
const GET = '<a:Action>http://schemas.xmlsoap.org/ws/2004/09/transfer/Get</a:Action>';

function refusal(bytes: Uint8Array): { readonly code: number | undefined; readonly messageId: string | undefined } {
  const reading = readRequest(bytes);
  if (reading.ok) throw new Error('the envelope is accepted');
  return { code: reading.fault.code, messageId: reading.messageId };
}
const expectFault = (bytes: Uint8Array, name: FaultName): void => {
  expect(refusal(bytes)).toEqual({ code: FaultCode[name], messageId: 'uuid:X' });
};

describe('requests that are wrong', () => {
  it('get the fault for their header, with the MessageID they had', () => {
    expectFault(envelope('<a:Action>urn:nothing</a:Action>'), 'ACTION_NOT_SUPPORTED');
    expectFault(envelope(''), 'INVALID_MESSAGE_INFORMATION_HEADER');
    expectFault(envelope(`${GET}<w:OperationTimeout>PT-1S</w:OperationTimeout>`), 'INVALID_MESSAGE_INFORMATION_HEADER');
    expectFault(envelope(`${GET}<w:OperationTimeout>soon</w:OperationTimeout>`), 'INVALID_MESSAGE_INFORMATION_HEADER');
    expectFault(envelope(`${GET}<w:MaxEnvelopeSize>8191</w:MaxEnvelopeSize>`), 'MAX_ENVELOPE_SIZE');
    expectFault(envelope(`${GET}<w:MaxEnvelopeSize>many</w:MaxEnvelopeSize>`), 'INVALID_MESSAGE_INFORMATION_HEADER');
    expectFault(envelope(`${GET}<w:ResourceURI>${'u'.repeat(3000)}</w:ResourceURI>`), 'URI_LIMIT');
    expectFault(
      envelope(`${GET}<a:ReplyTo><a:Address>http://else</a:Address></a:ReplyTo>`),
      'INVALID_MESSAGE_INFORMATION_HEADER',
    );
    const receive = '<a:Action>http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Receive</a:Action>';
    expectFault(envelope(receive), 'SCHEMA_VALIDATION_ERROR');
    const send = '<a:Action>http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Send</a:Action>';
    expectFault(
      envelope(send, '<r:Send><r:Stream Name="stdin">not base64!</r:Stream></r:Send>'),
      'SCHEMA_VALIDATION_ERROR',
    );
  });
  it('are refused for an unknown header that must be understood, in every spelling', () => {
    for (const attribute of ['s:mustUnderstand="true"', 'mustUnderstand="1"', 's:mustUnderstand="TRUE"']) {
      expectFault(envelope(`${GET}<q:New xmlns:q="urn:q" ${attribute}/>`), 'SOAP_FAULT_MUST_UNDERSTAND');
    }
    expect(readRequest(envelope(`${GET}<q:New xmlns:q="urn:q" s:mustUnderstand="false"/>`)).ok).toBe(true);
    expect(readRequest(envelope(`${GET}<q:New xmlns:q="urn:q"/>`)).ok).toBe(true);
    const unread = readRequest(envelope(`${GET}<q:New xmlns:q="urn:q" mustUnderstand="1"/>`));
    const fault = unread.ok ? wsmanFault('INTERNAL_ERROR') : unread.fault;
    const written = decodeUtf8(
      writeResponse({ request: undefined, messageId: 'uuid:Y', relatesTo: 'uuid:X', body: { type: 'fault', fault } }),
    );
    expect(written).toContain('qname="h:New" xmlns:h="urn:q"');
    expect(written).toContain('<a:Action>http://schemas.xmlsoap.org/ws/2004/08/addressing/fault</a:Action>');
    expect(written).toContain('<a:RelatesTo>uuid:X</a:RelatesTo>');
  });
  it('get typed faults from the service, and leave the rest working', () => {
    const pair = new Pair();
    const client = pair.client(5);
    pair.run(client.createShell({ shellId: SHELL, creationData: Uint8Array.of(1) }));
    const get = decodeUtf8(client.getShell({ shellId: SHELL }).request);
    const bombs: readonly Uint8Array[] = [
      new Uint8Array(0),
      encodeUtf8('GET / HTTP/1.1'),
      encodeUtf8('<html><body>x</body></html>'),
      encodeUtf8(get.slice(0, get.length / 2)),
      encodeUtf8(get.replace('soap-envelope', 'soap')),
      encodeUtf8(get.replaceAll('http://schemas.xmlsoap.org/ws/2004/08/addressing', 'urn:a')),
      encodeUtf8(`<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}">]>${get}`),
      encodeUtf8(get.replace('<s:Body/>', `<s:Body>${'<x>'.repeat(5000)}`)),
      encodeUtf8(
        get.replace('<s:Body/>', `<s:Body ${Array.from({ length: 10_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`),
      ),
      new Uint8Array(600 * 1024).fill(0x20),
    ];
    for (const bomb of bombs) {
      const started = performance.now();
      const body = pair.bodyOf(pair.post(bomb));
      expect(body.type, decodeUtf8(bomb.subarray(0, 60))).toBe('fault');
      expect(performance.now() - started).toBeLessThan(10_000); // a bomb would take minutes
    }
    expect(pair.codeOf(encodeUtf8(get))).toBeUndefined();
    expect(pair.codeOf(encodeUtf8(get), BOB)).toBe(FaultCode.UNEXPECTED_SELECTORS);
    expect(pair.codeOf(encodeUtf8(get.replaceAll(SHELL.toUpperCase(), 'shell-id')))).toBe(
      FaultCode.UNEXPECTED_SELECTORS,
    );
  });
  it('never break the machine: damaged envelopes from a seed', () => {
    const pair = new Pair();
    const client = pair.client(5);
    pair.host = () => undefined;
    const random = seededRandom(42);
    const shell = { shellId: SHELL };
    const originals = [
      client.createShell({ shellId: SHELL, creationData: Uint8Array.of(1) }).request,
      client.send(shell, { data: Uint8Array.of(1, 2, 3) }).request,
      client.receive(shell).request ?? new Uint8Array(0),
      client.enumerateShells().request,
    ];
    for (let round = 0; round < 400; round += 1) {
      const bytes = Uint8Array.from(originals[round % originals.length] ?? []);
      for (const at of [0, 1, 2]) {
        const place = random(4);
        const index = ((place[0] ?? 0) << 16) | ((place[1] ?? 0) << 8) | (place[2] ?? 0);
        bytes[index % bytes.length] = at === 0 ? 0x3c : (place[3] ?? 0);
      }
      const requestId = pair.post(bytes, ALICE);
      pair.advance(120_000);
      expect(pair.answers.has(requestId)).toBe(true);
    }
  });
});

describe('the fault table', () => {
  it('is written and read to the same for every entry, with its number in decimal', () => {
    for (const name of Object.keys(FAULTS) as FaultName[]) {
      const fault = wsmanFault(name, { message: 'said <more> exactly', machine: 'host' });
      const written = writeResponse({ request: 'get', messageId: 'uuid:1', body: { type: 'fault', fault } });
      expect(readResponse(written).body).toEqual({ type: 'fault', fault });
      expect(decodeUtf8(written)).toContain(`Code="${FAULTS[name].code >>> 0}"`);
    }
  });
  it('has the numbers of WinRM', () => {
    expect(FaultCode).toMatchObject({
      OPERATION_TIMEDOUT: 2150858793,
      UNEXPECTED_SELECTORS: 2150858843,
      RECEIVE_IN_PROGRESS: 2150859047,
      QUOTA_MAX_SHELLS: 2150859173,
      SHELL_DISCONNECTED: 2150859204,
      CLIENTSESSIONID_MISMATCH: 2150859206,
      CONNECTED_TO_DIFFERENT_CLIENT: 2150859213,
      SERVICE_STREAM_DISCONNECTED: 2150859230,
      IDLETIMEOUT_OUTOFBOUNDS: 2150859250,
      PLUGIN_PROTOCOL_VERSION_NOT_FOUND: 2152991687,
      PLUGIN_CONNECT_OPERATION_FAILED: 2152992675,
    });
  });
});
