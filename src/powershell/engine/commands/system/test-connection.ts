/** Test-Connection: whether a port answers (-TcpPort), or whether a computer answers the system's `ping`. */
import { execFile } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { connect, isIP } from 'node:net';
import { hostname } from 'node:os';
import { PropertyBag, PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import { text, texts, whole } from '../support/arguments.js';
import { defineCommand, flag, parameter, range, NOT_EMPTY, rangeKind } from '../support/command-spec.js';
import type { EngineCommandContext } from '../engine-services.js';

const NAMESPACE = 'Microsoft.PowerShell.Commands.TestConnectionCommand+';
const PING_SETS = 'DefaultPing,RepeatPing: ';
const ALL = 'DefaultPing,RepeatPing,TraceRoute,MtuSizeDetect,TcpPort: ';

interface Address {
  readonly address: string;
  readonly family: number;
}
async function resolve(context: EngineCommandContext, target: string): Promise<Address | undefined> {
  const family = context.flag('IPv4') ? 4 : context.flag('IPv6') ? 6 : 0;
  if (isIP(target) !== 0) return { address: target, family: isIP(target) };
  try {
    return await lookup(target, family === 0 ? {} : { family });
  } catch {
    await context.writeError(`Testing connection to computer '${target}' failed: Cannot resolve the target name.`, {
      errorId: 'TestConnectionException',
      category: 'ResourceUnavailable',
      target,
      exceptionType: 'System.Net.NetworkInformation.PingException',
    });
    return undefined;
  }
}

/** Tries to connect. @returns milliseconds, or undefined when nobody answered in time. */
function connects(address: Address, port: number, timeoutMs: number, signal: AbortSignal): Promise<number | undefined> {
  return new Promise((done, reject) => {
    const started = performance.now();
    const socket = connect({ host: address.address, port, family: address.family });
    const end = (ms: number | undefined): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      socket.destroy();
      done(ms);
    };
    const stop = (): void => {
      clearTimeout(timer);
      socket.destroy();
      reject(signal.reason instanceof Error ? signal.reason : new Error('stopped'));
    };
    const timer = setTimeout(() => {
      end(undefined);
    }, timeoutMs);
    signal.addEventListener('abort', stop, { once: true });
    socket.once('connect', () => {
      end(Math.round(performance.now() - started));
    });
    socket.once('error', () => {
      end(undefined);
    });
  });
}

interface Ping {
  readonly ok: boolean;
  readonly ms: number;
  readonly missing: boolean;
}
/** One echo request by the system's own program: raw sockets are for administrators. */
export function ping(address: Address, timeoutSeconds: number, bytes: number, signal: AbortSignal): Promise<Ping> {
  const windows = process.platform === 'win32';
  const args = windows
    ? ['-n', '1', '-w', String(timeoutSeconds * 1000), '-l', String(bytes), address.address]
    : [
        '-n',
        '-c',
        '1',
        process.platform === 'darwin' ? '-t' : '-W',
        String(timeoutSeconds),
        '-s',
        String(bytes),
        address.address,
      ];
  const program = process.platform === 'darwin' && address.family === 6 ? 'ping6' : 'ping';
  return new Promise((done, reject) => {
    // Not `execFile`'s own signal: where there is no such program, its listener stays for ever.
    const stop = (): void => void child.kill();
    const child = execFile(
      program,
      args,
      { timeout: (timeoutSeconds + 2) * 1000, windowsHide: true },
      (error, output) => {
        signal.removeEventListener('abort', stop);
        if (signal.aborted) {
          reject(signal.reason instanceof Error ? signal.reason : new Error('stopped'));
          return;
        }
        const time = /[=<]\s*([\d.]+)\s*ms/.exec(output)?.[1];
        const missing = error !== null && 'code' in error && String(error.code) === 'ENOENT';
        done({ ok: error === null && time !== undefined, ms: Math.round(Number(time ?? 0)), missing });
      },
    );
    signal.addEventListener('abort', stop, { once: true });
  });
}
const enumLike = (value: string): PSValue => value;

function pingStatus(
  context: EngineCommandContext,
  target: string,
  address: Address,
  at: number,
  result: Ping,
): PSObject {
  return new PSObject({
    typeNames: [`${NAMESPACE}PingStatus`, 'System.Object'],
    toStringText: `${NAMESPACE}PingStatus`,
    adapted: PropertyBag.of({
      Ping: at,
      Source: text(context, 'Source') ?? hostname(),
      Destination: target,
      Address: address.address,
      DisplayAddress: address.address,
      Latency: BigInt(result.ms),
      Status: enumLike(result.ok ? 'Success' : 'TimedOut'),
      BufferSize: whole(context, 'BufferSize') ?? 32,
      Reply: null,
    }),
  });
}

export const testConnection = defineCommand(
  'Test-Connection',
  {
    module: 'Microsoft.PowerShell.Management',
    defaultSet: 'DefaultPing',
    output: `${NAMESPACE}PingStatus,${NAMESPACE}PingStatus,System.Boolean,${NAMESPACE}PingMtuStatus,System.Int32,${NAMESPACE}TraceStatus,${NAMESPACE}TcpPortStatus`,
    synopsis: 'Sends ICMP echo request packets, or pings, to one or more computers, or tries a TCP port.',
  },
  [
    flag('Ping', PING_SETS),
    flag('IPv4', ALL),
    flag('IPv6', ALL),
    flag('ResolveDestination', ALL),
    parameter('Source', 'String', 'DefaultPing,RepeatPing,TraceRoute,TcpPort: '),
    parameter('MaxHops', 'Int32', 'DefaultPing,RepeatPing,TraceRoute: ', {
      alias: 'Ttl TimeToLive Hops',
      check: range(1, 128),
    }),
    parameter('Count', 'Int32', 'DefaultPing,TcpPort: ', { check: rangeKind('Positive') }),
    parameter('Delay', 'Int32', 'DefaultPing,RepeatPing,TcpPort: ', { check: rangeKind('Positive') }),
    parameter('BufferSize', 'Int32', PING_SETS, { alias: 'Size Bytes BS', check: range(0, 65500) }),
    flag('DontFragment', PING_SETS),
    flag('Repeat', 'RepeatPing: M; TcpPort: ', { alias: 'Continuous' }),
    flag('Quiet'),
    parameter('TimeoutSeconds', 'Int32', '', { check: rangeKind('Positive') }),
    parameter('TargetName', 'String[]', 'M 0 V P', { alias: 'ComputerName', check: NOT_EMPTY }),
    flag('MtuSize', 'MtuSizeDetect: M', { alias: 'MtuSizeDetect' }),
    flag('Traceroute', 'TraceRoute: M'),
    parameter('TcpPort', 'Int32', 'TcpPort: M', { check: range(0, 65535) }),
    flag('Detailed', 'TcpPort: '),
  ],
  (context) => {
    const timeout = whole(context, 'TimeoutSeconds') ?? 5;
    const repeat = context.flag('Repeat');
    const tcp = async (target: string, port: number): Promise<void> => {
      const address = await resolve(context, target);
      if (address === undefined) return;
      const count = repeat ? Number.POSITIVE_INFINITY : (whole(context, 'Count') ?? (context.flag('Detailed') ? 4 : 1));
      let connected = false;
      for (let at = 1; at <= count; at += 1) {
        const ms = await connects(address, port, timeout * 1000, context.signal);
        connected = ms !== undefined;
        if (context.flag('Detailed') || repeat)
          await context.write(
            new PSObject({
              typeNames: [`${NAMESPACE}TcpPortStatus`, 'System.Object'],
              toStringText: `${NAMESPACE}TcpPortStatus`,
              adapted: PropertyBag.of({
                Id: at,
                Source: text(context, 'Source') ?? hostname(),
                Target: target,
                TargetAddress: address.address,
                Port: port,
                Latency: BigInt(ms ?? 0),
                Connected: connected,
                Status: enumLike(connected ? 'Success' : 'TimedOut'),
              }),
            }),
          );
        else if (connected) break;
        if (at < count) await context.sleep((whole(context, 'Delay') ?? 1) * 1000);
      }
      if (!context.flag('Detailed') && !repeat) await context.write(connected);
    };
    const pings = async (target: string): Promise<void> => {
      const address = await resolve(context, target);
      if (address === undefined) {
        if (context.flag('Quiet')) await context.write(false);
        return;
      }
      const count = repeat ? Number.POSITIVE_INFINITY : (whole(context, 'Count') ?? 4);
      let all = true;
      for (let at = 1; at <= count; at += 1) {
        const result = await ping(address, timeout, whole(context, 'BufferSize') ?? 32, context.signal);
        if (result.missing)
          context.fail("Test-Connection needs the system's program 'ping', which is not there. Use -TcpPort.", {
            errorId: 'TestConnectionException',
            category: 'NotInstalled',
            target,
            exceptionType: 'System.Net.NetworkInformation.PingException',
          });
        all &&= result.ok;
        if (!context.flag('Quiet')) await context.write(pingStatus(context, target, address, at, result));
        if (at < count) await context.sleep((whole(context, 'Delay') ?? 1) * 1000);
      }
      if (context.flag('Quiet')) await context.write(all);
    };
    return {
      async process() {
        for (const name of ['MtuSize', 'Traceroute'])
          if (context.flag(name))
            context.fail(`Test-Connection -${name} is not supported by this engine.`, {
              errorId: 'NotSupported',
              category: 'NotImplemented',
              exceptionType: 'System.NotSupportedException',
            });
        const port = whole(context, 'TcpPort');
        for (const target of texts(context, 'TargetName') ?? [])
          await (port === undefined ? pings(target) : tcp(target, port));
      },
    };
  },
);
