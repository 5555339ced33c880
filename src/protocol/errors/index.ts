export {
  catalogued,
  ERROR_CATALOGUE,
  fullyQualifiedErrorId,
  TRANSPORT_ERRORS,
  type CatalogueEntry,
  type CatalogueId,
  type TransportErrorName,
} from './catalogue.js';
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
  WildcardPatternError,
  WsmanFaultError,
  type ErrorOptions,
} from './errors.js';
