/** What Get-History lists: one line of the session, when it ran and how it ended. */
import { PSDateTime, PSTimeSpan, type PSValue } from '../../../../protocol/objects/index.js';
import { NetObject, unwrap, WithText, type EnumValue } from '../../values/live.js';
import { defineType } from '../../values/net-type.js';
import { enumOf } from '../support.js';

export const PIPELINE_STATE = 'System.Management.Automation.Runspaces.PipelineState';
const NAME = 'Microsoft.PowerShell.Commands.HistoryInfo';

export class HistoryEntry extends WithText {
  readonly id: number;
  readonly line: string;
  status: EnumValue;
  readonly started: PSDateTime;
  ended: PSDateTime;
  constructor(id: number, line: string, status: EnumValue, started: PSDateTime, ended: PSDateTime) {
    super();
    this.id = id;
    this.line = line;
    this.status = status;
    this.started = started;
    this.ended = ended;
  }
  override toString(): string {
    return this.line;
  }
}
export const pipelineState = (name: string): EnumValue => enumOf(PIPELINE_STATE, name);

/** The entry that a HistoryInfo object is of. */
export function historyEntry(value: PSValue | undefined): HistoryEntry | undefined {
  const inner = unwrap(value ?? null);
  return inner instanceof NetObject && inner.data instanceof HistoryEntry ? inner.data : undefined;
}
export const historyInfo = (entry: HistoryEntry): PSValue => new NetObject(TYPE, entry);

const own = (self: PSValue): HistoryEntry => (unwrap(self) as NetObject<HistoryEntry>).data;
const TYPE = defineType(
  NAME,
  {},
  {
    'long Id': (self) => BigInt(own(self).id),
    'string CommandLine': (self) => own(self).line,
    [`${PIPELINE_STATE} ExecutionStatus`]: (self) => own(self).status,
    'datetime StartExecutionTime': (self) => own(self).started,
    'datetime EndExecutionTime': (self) => own(self).ended,
    'timespan Duration': (self) => new PSTimeSpan(own(self).ended.ticks - own(self).started.ticks),
    [`${NAME} Clone()`]: (self) => {
      const { id, line, status, started, ended } = own(self);
      return historyInfo(new HistoryEntry(id, line, status, started, ended));
    },
    'string ToString()': (self) => own(self).line,
  },
);
