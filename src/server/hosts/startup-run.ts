/** Runs a configuration's start-up script in a program's pool, before the client hears that the pool is open. */
import { randomBytes } from 'node:crypto';
import { guidFromRandom, type Guid } from '../../protocol/bytes/index.js';
import type { PSErrorRecord } from '../../protocol/objects/index.js';
import {
  BodyCodec,
  DEFAULT_PROTOCOL_VERSION,
  decodeMessage,
  decodePipelineState,
  Defragmenter,
  encodeCreatePipeline,
  MessageType,
  NO_HOST,
} from '../../protocol/psrp/index.js';
import { scriptDefinition } from './script-definition.js';
import type { SessionMemory } from './session-memory.js';

export class StartupRun {
  readonly pipelineId: Guid = guidFromRandom(randomBytes(16));
  /** The error that ended the script, or undefined when it completed. */
  readonly outcome: Promise<PSErrorRecord | undefined>;
  readonly #script: string;
  readonly #memory: SessionMemory;
  readonly #incoming = new Defragmenter();
  readonly #codec = new BodyCodec(() => undefined);
  #resolve: (error: PSErrorRecord | undefined) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;

  constructor(script: string, memory: SessionMemory) {
    this.#script = script;
    this.#memory = memory;
    this.outcome = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** CREATE_PIPELINE for the program. */
  fragments(): readonly Uint8Array[] {
    const body = encodeCreatePipeline(
      {
        powerShell: scriptDefinition(this.#script, false),
        noInput: true,
        apartmentState: 2,
        remoteStreamOptions: 0,
        addToHistory: false,
        hostInfo: NO_HOST,
        isNested: false,
      },
      DEFAULT_PROTOCOL_VERSION,
    );
    return this.#memory.toProgram(MessageType.CREATE_PIPELINE, this.pipelineId, body);
  }

  /** What the program says of the pipeline. Output of a start-up script goes nowhere, as with real PowerShell. */
  receive(bytes: Uint8Array): void {
    try {
      for (const message of this.#incoming.push(bytes)) {
        const { type, body } = decodeMessage(message);
        if (type !== MessageType.PIPELINE_STATE) continue;
        const { state, error } = decodePipelineState(this.#codec.decodeNow(body));
        this.#resolve(state === 'Completed' ? undefined : error);
      }
    } catch (error) {
      this.#reject(error);
    }
  }
}
