export { ErrorCategory, errorCategoryName, type ErrorCategoryName } from './category.js';
export {
  ArgumentError,
  AuthenticationError,
  InvalidStateError,
  OperationTimeoutError,
  PSSessionError,
  QuotaError,
  RemoteProtocolError,
  SerializationError,
  TransportError,
  WsmanFaultError,
  type ErrorOptions,
} from './errors.js';
