/** System.Timers.Timer. It ticks only while somebody listens: a timer that nobody hears keeps no process alive. */
import type { PSObject, PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { nowLocal } from '../text/date-format.js';
import { NetObject } from '../values/live.js';
import { defineType } from '../values/net-type.js';
import { declareEvents, raise } from './events.js';
import { argumentError, dataOf, double, flag, num } from './support.js';

const TIMER = 'System.Timers.Timer';
const ELAPSED = defineType(
  'System.Timers.ElapsedEventArgs',
  { base: 'System.EventArgs' },
  { 'datetime SignalTime': (self) => dataOf<PSValue>(self) },
);

class TimerState {
  interval: number;
  autoReset = true;
  enabled = false;
  heard = false;
  self: PSObject | undefined;
  #running: NodeJS.Timeout | undefined;
  constructor(interval: number) {
    this.interval = interval;
  }
  /** Starts or stops the clock as its settings now say. */
  arm(): void {
    clearTimeout(this.#running);
    this.#running = undefined;
    if (!this.enabled || !this.heard) return;
    this.#running = setTimeout(() => {
      this.#running = undefined;
      if (!this.autoReset) this.enabled = false;
      if (this.self !== undefined) raise(this.self, 'Elapsed', new NetObject(ELAPSED, nowLocal()));
      this.arm();
    }, this.interval);
  }
}
const state = (self: PSValue): TimerState => dataOf<TimerState>(self);
const enable = (self: PSValue, on: boolean): undefined => {
  state(self).enabled = on;
  state(self).arm();
};
const positive = (value: PSValue | undefined): number => {
  const given = num(value);
  if (!(given > 0)) throw argumentError(`Invalid value '${toText(value ?? null)}' for parameter 'interval'.`);
  return given;
};
const make = (interval: number): PSValue => {
  const made = new NetObject(TIMER_TYPE, new TimerState(interval));
  made.data.self = made;
  return made;
};
const TIMER_TYPE = defineType(
  TIMER,
  { base: 'System.ComponentModel.Component' },
  {
    'new()': () => make(100),
    'new(double interval)': (_self, interval) => make(positive(interval)),
    'double Interval': (self) => double(state(self).interval),
    'set Interval': (self, value) => {
      state(self).interval = positive(value);
      state(self).arm();
      return undefined;
    },
    'bool AutoReset': (self) => state(self).autoReset,
    'set AutoReset': (self, value) => {
      state(self).autoReset = flag(value);
      return undefined;
    },
    'bool Enabled': (self) => state(self).enabled,
    'set Enabled': (self, value) => enable(self, flag(value)),
    'void Start()': (self) => enable(self, true),
    'void Stop()': (self) => enable(self, false),
    'void Close()': (self) => enable(self, false),
    'void Dispose()': (self) => enable(self, false),
  },
);
const DISPOSED = { name: 'Disposed', handler: 'System.EventHandler', args: 'System.EventArgs' } as const;
declareEvents(TIMER, [
  DISPOSED,
  {
    name: 'Elapsed',
    handler: 'System.Timers.ElapsedEventHandler',
    args: 'System.Timers.ElapsedEventArgs',
    attach: (source) => {
      state(source).heard = true;
      state(source).arm();
      return () => {
        state(source).heard = false;
        state(source).arm();
      };
    },
  },
]);
