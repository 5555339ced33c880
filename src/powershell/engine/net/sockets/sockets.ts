/** TcpClient, TcpListener and UdpClient over Node's sockets. */
import dgram from 'node:dgram';
import nodeNet from 'node:net';
import type { PSValue } from '../../../../protocol/objects/index.js';
import { andThen } from '../../pending.js';
import { implement } from '../../values/bodies.js';
import { PSReference, unwrap } from '../../values/live.js';
import { toText } from '../../conversion.js';
import { asTask } from '../streams/byte-stream.js';
import { NodeStream } from '../streams/node-stream.js';
import {
  argumentNull,
  bytesOf,
  dataOf,
  disposed,
  enumOf,
  flag,
  invalidOperation,
  net,
  num,
  outOfRange,
  text,
  throwNet,
} from '../support.js';
import { held } from '../tasks.js';
import { endpointOf, newEndPoint } from '../network.js';

const SPACE = 'System.Net.Sockets';
const CLIENT = `${SPACE}.TcpClient`;
const STREAM = `${SPACE}.NetworkStream`;
const LISTENER = `${SPACE}.TcpListener`;

// ------------------------------------------------------------------ failures

/** What the system says, with SocketException's number. */
const FAILURES: Readonly<Record<string, readonly [code: number, name: string, text: string]>> = {
  ECONNREFUSED: [111, 'ConnectionRefused', 'Connection refused'],
  ETIMEDOUT: [110, 'TimedOut', 'Connection timed out'],
  EHOSTUNREACH: [113, 'HostUnreachable', 'No route to host'],
  ENETUNREACH: [101, 'NetworkUnreachable', 'Network is unreachable'],
  ECONNRESET: [104, 'ConnectionReset', 'Connection reset by peer'],
  EADDRINUSE: [98, 'AddressAlreadyInUse', 'Address already in use'],
  EADDRNOTAVAIL: [99, 'AddressNotAvailable', 'Cannot assign requested address'],
  EACCES: [13, 'AccessDenied', 'Permission denied'],
  ENOTFOUND: [-131073, 'HostNotFound', 'Name or service not known'],
  EAI_AGAIN: [-131074, 'TryAgain', 'Resource temporarily unavailable'],
  EPIPE: [32, 'Shutdown', 'Broken pipe'],
};
function socketFailure(error: unknown, address?: string): Error {
  // Several addresses of a name were tried: the last one's reason is told.
  const one = error instanceof AggregateError ? (error.errors[error.errors.length - 1] as unknown) : error;
  if (!(one instanceof Error)) return new Error(String(one));
  const code = 'code' in one ? String(one.code) : '';
  const known = FAILURES[code];
  if (known === undefined) return code === '' ? one : throwNet(`${SPACE}.SocketException`, one.message);
  const [number, name, words] = known;
  const made = throwNet(
    `${SPACE}.SocketException`,
    address === undefined || number < 0 ? words : `${words} ${address}`,
  );
  made.exception.details.set('ErrorCode', number);
  made.exception.details.set('NativeErrorCode', number);
  made.exception.details.set('SocketErrorCode', enumOf(`${SPACE}.SocketError`, name));
  return made;
}

// ------------------------------------------------------------------ TcpClient

class Connection {
  socket: nodeNet.Socket | undefined;
  stream: NodeStream | undefined;
  noDelay = false;
  sendTimeout = 0;
  receiveTimeout = 0;
  bufferBytes = 65_536;
  closed = false;
  attach(socket: nodeNet.Socket): void {
    this.socket = socket;
    socket.setNoDelay(this.noDelay);
    socket.on('error', () => undefined);
    this.stream = new NodeStream(socket, socket, () => socket.destroySoon());
    // What a script forgets to close does not keep the program: whoever waits holds it.
    socket.unref();
    this.stream.readLimit = this.receiveTimeout;
  }
  close(): void {
    this.closed = true;
    const { socket } = this;
    if (socket !== undefined && !socket.destroyed) socket.destroySoon();
  }
}
const client = (self: PSValue): Connection => dataOf<Connection>(self);
const connected = (of: Connection): boolean =>
  of.socket !== undefined &&
  !of.socket.destroyed &&
  of.socket.readyState !== 'closed' &&
  of.socket.remoteAddress !== undefined;
const portOf = (value: PSValue | undefined): number => {
  const port = num(value);
  if (port < 0 || port > 65_535) throw outOfRange('port');
  return port;
};
const shownAddress = (host: string, port: number): string =>
  nodeNet.isIPv4(host) ? `[::ffff:${host}]:${port}` : nodeNet.isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`;
async function open(of: Connection, host: string, port: number, tellsWhere = true): Promise<undefined> {
  if (of.closed) throw disposed(CLIENT);
  if (of.socket !== undefined) throw throwNet(`${SPACE}.SocketException`, 'Transport endpoint is already connected');
  const socket = nodeNet.connect({ host, port });
  socket.unref();
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
  } catch (error) {
    throw socketFailure(error, tellsWhere ? shownAddress(host, port) : undefined);
  }
  of.attach(socket);
  return undefined;
}
function connect(self: PSValue, host: PSValue, port: PSValue | undefined): Promise<undefined> {
  const point = endpointOf(host);
  if (point !== undefined) return held(open(client(self), point.address, point.port));
  if (host === null) throw argumentNull('hostname');
  return held(open(client(self), toText(host), portOf(port)));
}
/** TcpClient's address is a host name or an IP address; with a port it may be an end point. */
const begin = (self: PSValue, host: PSValue, port: PSValue | undefined): PSValue =>
  asTask(() => {
    const point = endpointOf(host);
    const of = client(self);
    const [name, at] = point === undefined ? [toText(host), portOf(port)] : [point.address, point.port];
    return open(of, name, at, false);
  });
const newClient = (of = new Connection()): PSValue => net(CLIENT, of);
const remote = (of: Connection): PSValue =>
  of.socket?.remoteAddress === undefined ? null : newEndPoint(of.socket.remoteAddress, of.socket.remotePort ?? 0);
const local = (of: Connection): PSValue =>
  of.socket?.localAddress === undefined ? null : newEndPoint(of.socket.localAddress, of.socket.localPort ?? 0);
implement(CLIENT, () => ({
  Connected: (self) => connected(client(self)),
  Available: (self) => client(self).stream?.available ?? 0,
  Client: (self) => net(`${SPACE}.Socket`, client(self)),
  NoDelay: (self) => client(self).noDelay,
  'set NoDelay': (self, value) => {
    client(self).noDelay = flag(value);
    client(self).socket?.setNoDelay(flag(value));
    return undefined;
  },
  SendTimeout: (self) => client(self).sendTimeout,
  'set SendTimeout': (self, value) => {
    client(self).sendTimeout = num(value);
    return undefined;
  },
  ReceiveTimeout: (self) => client(self).receiveTimeout,
  'set ReceiveTimeout': (self, value) => {
    client(self).receiveTimeout = num(value);
    const { stream } = client(self);
    if (stream !== undefined) stream.readLimit = num(value);
    return undefined;
  },
  ReceiveBufferSize: (self) => client(self).bufferBytes,
  'set ReceiveBufferSize': (self, value) => {
    client(self).bufferBytes = num(value);
    return undefined;
  },
  SendBufferSize: (self) => client(self).bufferBytes,
  'set SendBufferSize': () => undefined,
  Connect: connect,
  ConnectAsync: begin,
  BeginConnect: begin,
  EndConnect: (_self, task) => held(dataOf<{ promise: Promise<PSValue> }>(task).promise).then(() => undefined),
  GetStream: (self) => {
    const { stream, closed } = client(self);
    if (closed) throw disposed(CLIENT);
    if (stream === undefined) throw invalidOperation('The operation is not allowed on non-connected sockets.');
    return net(STREAM, stream);
  },
  Close: (self) => {
    client(self).close();
    return undefined;
  },
  Dispose: (self) => {
    client(self).close();
    return undefined;
  },
  'new()': () => newClient(),
  'new(System.Net.Sockets.AddressFamily)': () => newClient(),
  'new(IPEndpoint)': () => newClient(),
  'new(string, int)': (_self, host, port) => {
    if (host === null) throw argumentNull('hostname');
    const of = new Connection();
    return andThen(held(open(of, text(host), portOf(port))), () => newClient(of));
  },
}));
implement(STREAM, () => ({
  DataAvailable: (self) => dataOf<NodeStream>(self).available > 0,
  ReadTimeout: (self) => dataOf<NodeStream>(self).readLimit || -1,
  'set ReadTimeout': (self, value) => {
    dataOf<NodeStream>(self).readLimit = Math.max(0, num(value));
    return undefined;
  },
  WriteTimeout: () => -1,
  'set WriteTimeout': () => undefined,
  CanTimeout: () => true,
}));
/** Only what TcpClient.Client and AcceptSocket give: a connected stream socket. */
implement(`${SPACE}.Socket`, () => ({
  Connected: (self) => connected(client(self)),
  Available: (self) => client(self).stream?.available ?? 0,
  RemoteEndPoint: (self) => remote(client(self)),
  LocalEndPoint: (self) => {
    const of = dataOf<Connection | Datagrams>(self);
    if (of instanceof Connection) return local(of);
    const at = of.socket.address();
    return newEndPoint(at.address, at.port);
  },
  AddressFamily: (self) =>
    enumOf(`${SPACE}.AddressFamily`, client(self).socket?.remoteFamily === 'IPv6' ? 'InterNetworkV6' : 'InterNetwork'),
  SocketType: () => enumOf(`${SPACE}.SocketType`, 'Stream'),
  ProtocolType: () => enumOf(`${SPACE}.ProtocolType`, 'Tcp'),
  'Send(byte[])': (self, bytes) => {
    const all = bytesOf(bytes).slice();
    const { stream } = client(self);
    if (stream === undefined) throw throwNet(`${SPACE}.SocketException`, 'The socket is not connected');
    return andThen(stream.write(all), () => all.length);
  },
  'Receive(byte[])': (self, buffer) => {
    const target = unwrap(buffer ?? null);
    const { stream } = client(self);
    if (!(target instanceof Uint8Array)) throw argumentNull('buffer');
    if (stream === undefined) throw throwNet(`${SPACE}.SocketException`, 'The socket is not connected');
    return andThen(stream.read(target.length), (part) => {
      target.set(part);
      return part.length;
    });
  },
  'Connect(string, int)': connect,
  'Connect(System.Net.EndPoint)': (self, point) => connect(self, point, undefined),
  Shutdown: (self) => {
    client(self).socket?.end();
    return undefined;
  },
  Close: (self) => {
    client(self).close();
    return undefined;
  },
  Dispose: (self) => {
    client(self).close();
    return undefined;
  },
  'new(System.Net.Sockets.SocketType, System.Net.Sockets.ProtocolType)': () => net(`${SPACE}.Socket`, new Connection()),
  'new(System.Net.Sockets.AddressFamily, System.Net.Sockets.SocketType, System.Net.Sockets.ProtocolType)': () =>
    net(`${SPACE}.Socket`, new Connection()),
}));

// ------------------------------------------------------------------ TcpListener

class Listener {
  readonly address: string;
  readonly port: number;
  server: nodeNet.Server | undefined;
  exclusive = false;
  readonly waiting: nodeNet.Socket[] = [];
  #wake: (() => void)[] = [];
  constructor(address: string, port: number) {
    this.address = address;
    this.port = port;
  }
  async start(): Promise<undefined> {
    if (this.server !== undefined) return undefined;
    // A connection stays paused until somebody takes it: none of its bytes is lost.
    const server = nodeNet.createServer({ pauseOnConnect: true }, (socket) => {
      socket.on('error', () => undefined);
      this.waiting.push(socket);
      this.wake();
    });
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen({ host: this.address, port: this.port }, resolve);
      });
    } catch (error) {
      throw socketFailure(error);
    }
    server.on('error', () => undefined);
    server.unref();
    this.server = server;
    return undefined;
  }
  wake(): void {
    const all = this.#wake;
    this.#wake = [];
    for (const one of all) one();
  }
  async accept(): Promise<Connection> {
    this.assertStarted();
    for (;;) {
      const socket = this.waiting.shift();
      if (socket !== undefined) {
        const of = new Connection();
        of.attach(socket);
        return of;
      }
      if (this.server === undefined) throw throwNet(`${SPACE}.SocketException`, 'Operation canceled');
      await new Promise<void>((resolve) => {
        this.#wake.push(resolve);
      });
    }
  }
  assertStarted(): void {
    if (this.server === undefined)
      throw invalidOperation('Not listening. You must call the Start() method before calling this method.');
  }
  stop(): void {
    this.server?.close();
    this.server = undefined;
    for (const socket of this.waiting.splice(0)) socket.destroy();
    this.wake();
  }
}
const listener = (self: PSValue): Listener => dataOf<Listener>(self);
const newListener = (address: string, port: number): PSValue => net(LISTENER, new Listener(address, port));
const accepted =
  (type: string) =>
  (of: Connection): PSValue =>
    net(`${SPACE}.${type}`, of);
implement(LISTENER, () => ({
  Start: (self) => held(listener(self).start()),
  Stop: (self) => {
    listener(self).stop();
    return undefined;
  },
  Dispose: (self) => {
    listener(self).stop();
    return undefined;
  },
  Pending: (self) => {
    listener(self).assertStarted();
    return listener(self).waiting.length > 0;
  },
  AcceptTcpClient: (self) => held(listener(self).accept()).then(accepted('TcpClient')),
  AcceptTcpClientAsync: (self) => asTask(() => listener(self).accept().then(accepted('TcpClient')), CLIENT),
  AcceptSocket: (self) => held(listener(self).accept()).then(accepted('Socket')),
  AcceptSocketAsync: (self) => asTask(() => listener(self).accept().then(accepted('Socket')), `${SPACE}.Socket`),
  BeginAcceptTcpClient: (self) => asTask(() => listener(self).accept().then(accepted('TcpClient')), CLIENT),
  EndAcceptTcpClient: (_self, task) => held(dataOf<{ promise: Promise<PSValue> }>(task).promise),
  LocalEndpoint: (self) => {
    const at = listener(self).server?.address();
    return typeof at === 'object' && at !== null
      ? newEndPoint(at.address, at.port)
      : newEndPoint(listener(self).address, listener(self).port);
  },
  ExclusiveAddressUse: (self) => listener(self).exclusive,
  'set ExclusiveAddressUse': (self, value) => {
    listener(self).exclusive = flag(value);
    return undefined;
  },
  'static Create': (_self, port) => newListener('::', portOf(port)),
  'new(int)': (_self, port) => newListener('0.0.0.0', portOf(port)),
  'new(ipaddress, int)': (_self, address, port) => {
    if (address === null) throw argumentNull('localaddr');
    return newListener(toText(address), portOf(port));
  },
  'new(IPEndpoint)': (_self, point) => {
    const of = endpointOf(point);
    if (of === undefined) throw argumentNull('localEP');
    return newListener(of.address, of.port);
  },
}));

// ------------------------------------------------------------------ UdpClient

const UDP = `${SPACE}.UdpClient`;
class Datagrams {
  readonly socket: dgram.Socket;
  readonly received: { readonly bytes: Uint8Array; readonly address: string; readonly port: number }[] = [];
  target: { readonly address: string; readonly port: number } | undefined;
  receiveTimeout = 0;
  #bound: Promise<void> | undefined;
  #wake: (() => void)[] = [];
  constructor(family: 'udp4' | 'udp6') {
    this.socket = dgram.createSocket({ type: family });
    this.socket.unref();
    this.socket.on('error', () => undefined);
    this.socket.on('message', (bytes, from) => {
      this.received.push({ bytes: Uint8Array.from(bytes), address: from.address, port: from.port });
      const all = this.#wake;
      this.#wake = [];
      for (const one of all) one();
    });
  }
  bind(port: number, address?: string): Promise<void> {
    return (this.#bound ??= new Promise<void>((resolve, reject) => {
      this.socket.once('error', (error) => reject(socketFailure(error)));
      this.socket.bind({ port, ...(address === undefined ? {} : { address }) }, resolve);
    }));
  }
  async send(bytes: Uint8Array, host: string, port: number): Promise<number> {
    await this.bind(0);
    return new Promise((resolve, reject) => {
      this.socket.send(bytes, port, host, (error, count) => {
        if (error === null) resolve(count);
        else reject(socketFailure(error));
      });
    });
  }
  async next(): Promise<Datagrams['received'][number]> {
    await this.bind(0);
    const until = this.receiveTimeout > 0 ? performance.now() + this.receiveTimeout : Number.POSITIVE_INFINITY;
    for (;;) {
      const one = this.received.shift();
      if (one !== undefined) return one;
      const left = until - performance.now();
      if (left <= 0) throw socketFailure(Object.assign(new Error('late'), { code: 'ETIMEDOUT' }));
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.#wake.push(resolve);
        if (left !== Number.POSITIVE_INFINITY) timer = setTimeout(resolve, left);
      });
      clearTimeout(timer);
    }
  }
}
const udp = (self: PSValue): Datagrams => dataOf<Datagrams>(self);
const newUdp = (family: 'udp4' | 'udp6' = 'udp4'): Datagrams => new Datagrams(family);
function sendTo(
  self: PSValue,
  bytes: PSValue,
  count: PSValue,
  host: PSValue | undefined,
  port: PSValue | undefined,
): Promise<number> {
  const of = udp(self);
  const part = bytesOf(bytes).slice(0, num(count));
  const point =
    endpointOf(host) ??
    (host === undefined || host === null ? of.target : { address: toText(host), port: portOf(port) });
  if (point === undefined) throw invalidOperation('The operation is not allowed on non-connected sockets.');
  return of.send(part, point.address, point.port);
}
implement(UDP, () => ({
  Available: (self) => udp(self).received[0]?.bytes.length ?? 0,
  Client: (self) => net(`${SPACE}.Socket`, udp(self)),
  EnableBroadcast: () => false,
  'set EnableBroadcast': async (self, value) => {
    await udp(self).bind(0);
    udp(self).socket.setBroadcast(flag(value));
    return undefined;
  },
  Connect: (self, host, port) => {
    udp(self).target = endpointOf(host) ?? { address: toText(host), port: portOf(port) };
    return undefined;
  },
  Send: (self, bytes, count, host, port) => held(sendTo(self, bytes, count, host, port)),
  SendAsync: (self, bytes, count, host, port) => asTask(() => sendTo(self, bytes, count, host, port), 'System.Int32'),
  Receive: (self, from) =>
    held(udp(self).next()).then(({ bytes, address, port }) => {
      if (from instanceof PSReference) from.put(newEndPoint(address, port));
      return bytes;
    }),
  ReceiveAsync: (self) =>
    asTask(
      () =>
        udp(self)
          .next()
          .then((one) => net(`${SPACE}.UdpReceiveResult`, one)),
      `${SPACE}.UdpReceiveResult`,
    ),
  JoinMulticastGroup: async (self, group) => {
    await udp(self).bind(0);
    udp(self).socket.addMembership(toText(group));
    return undefined;
  },
  Close: (self) => {
    udp(self).socket.close();
    return undefined;
  },
  Dispose: (self) => {
    udp(self).socket.close();
    return undefined;
  },
  'new()': () => net(UDP, newUdp()),
  'new(System.Net.Sockets.AddressFamily)': (_self, family) =>
    net(UDP, newUdp(text(family) === 'InterNetworkV6' ? 'udp6' : 'udp4')),
  'new(int)': async (_self, port) => {
    const of = newUdp();
    await held(of.bind(portOf(port)));
    return net(UDP, of);
  },
  'new(IPEndpoint)': async (_self, point) => {
    const at = endpointOf(point);
    if (at === undefined) throw argumentNull('localEP');
    const of = newUdp(nodeNet.isIPv6(at.address) ? 'udp6' : 'udp4');
    await held(of.bind(at.port, at.address));
    return net(UDP, of);
  },
  'new(string, int)': (_self, host, port) => {
    const of = newUdp();
    of.target = { address: text(host), port: portOf(port) };
    return net(UDP, of);
  },
}));
implement(`${SPACE}.UdpReceiveResult`, () => ({
  Buffer: (self) => dataOf<Datagrams['received'][number]>(self).bytes,
  RemoteEndPoint: (self) => {
    const { address, port } = dataOf<Datagrams['received'][number]>(self);
    return newEndPoint(address, port);
  },
}));
