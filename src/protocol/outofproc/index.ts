export {
  DEFAULT_ACK_TIMEOUT_MS,
  OutOfProcClient,
  type OutOfProcClientEvent,
  type OutOfProcClientOptions,
} from './client.js';
export { DEFAULT_MAX_LINE_BYTES } from './line-splitter.js';
export {
  PacketReader,
  encodePacket,
  type Packet,
  type PacketPriority,
  type SimplePacketName,
} from './packet.js';
export { OutOfProcServer, type OutOfProcServerEvent, type OutOfProcServerOptions } from './server.js';
