/**
 * Trace channels on `node:diagnostics_channel`, one for each subject: `pssession:http`, `pssession:process` ... An event
 * is made only when somebody listens. No secrets and no script text go into events; OpenTelemetry listens here.
 */
import { channel } from 'node:diagnostics_channel';

export interface TraceEvent {
  /** What happened, in the words of events: `requestSent`, `connectionClosed`. */
  readonly type: string;
  readonly [detail: string]: unknown;
}

export interface TraceChannel {
  readonly name: string;
  readonly listening: boolean;
  /** `make` runs only when there is a listener. */
  publish(make: () => TraceEvent): void;
}

export function traceChannel(subject: string): TraceChannel {
  const target = channel(`pssession:${subject}`);
  return {
    name: `pssession:${subject}`,
    get listening() {
      return target.hasSubscribers;
    },
    publish(make) {
      if (target.hasSubscribers) target.publish(make());
    },
  };
}
