/**
 * One remote runspace: a ClientPool machine joined to a carrier.
 *
 * Theory of operation. The machine decides; this file moves. Bytes of the carrier go into the machine, its events are
 * handed on, and its output is drained: one send at a time for each channel and priority, so that the carrier's flow
 * control is ours. A runspace found by a query has no machine and no carrier until it is connected; one that this client
 * disconnected keeps both, and goes on with them.
 */
import { newGuid, systemRandom, Pump, withDeadline, delay } from '../../../io/runtime/index.js';
import type { Guid } from '../../../protocol/bytes/index.js';
import {
  catalogued,
  InvalidStateError,
  OperationTimeoutError,
  PSSessionError,
  WsmanFaultError,
} from '../../../protocol/errors/index.js';
import {
  PSDictionary,
  PSObject,
  PSList,
  TYPE_NAMES,
  type PSPowerShellDefinition,
  type PSProgressRecord,
  type PSValue,
} from '../../../protocol/objects/index.js';
import {
  ClientPool,
  type ClientPoolEvent,
  type FragmentPriority,
  type HostInfo,
  type PoolRequestResult,
  type PSUserEvent,
} from '../../../protocol/psrp/index.js';
import type { CarrierFactory, ShellCommandListing } from '../carriers/carrier-factory.js';
import { RedirectError } from '../carriers/redirect-error.js';
import type { ConnectionInfo } from '../model/connection-info.js';
import type { SessionHost } from '../model/host.js';
import {
  nextAvailability,
  RUNSPACE_MOVES,
  type AvailabilityEvent,
  type RunspaceAvailabilityName,
  type RunspaceStateName,
} from '../model/states.js';
import type { RunspaceTransport, ShellProperties } from '../runspace-transport.js';
import { isRetriedOpen } from './connection-errors.js';
import { listedText } from './definition.js';
import { answerHostCall, hostInfoOf } from './host-calls.js';
import { asSessionError, errorRecordOf, RemoteError, SessionErrorRecord, type OriginInfo } from './records.js';
import { RemotePipeline, type PipelineOwner } from './remote-pipeline.js';

const OPEN_RETRY_WAIT_MS = 200;
/** Bytes of input that may wait in the machine before the writer waits too. */
const INPUT_HIGH_WATER_BYTES = 1024 * 1024;
/** Records of a pipeline nobody pumps yet: past this, no more is taken from the server. */
const MAX_FAILURE_TEXT = 2_000;
