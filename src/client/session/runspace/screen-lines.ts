/** The end of a screen: writes are kept until it is known which of them are the last lines, and made then. */
import type { SessionHost } from '../model/host.js';

interface Write {
  readonly lines: number;
  readonly make: () => void;
}

export class LastLines {
  #writes: Write[] = [];
  /** Takes writes in the place of the host. */
  readonly host: SessionHost;

  constructor(host: SessionHost) {
    const later = (text: string, isLine: boolean, make: () => void): void => {
      this.add(text.split('\n').length - 1 + (isLine ? 1 : 0), make);
    };
    this.host = {
      name: host.name,
      version: host.version,
      hasUI: host.hasUI,
      write: (text, ...colors) => later(text, false, () => host.write?.(text, ...colors)),
      writeLine: (text, ...colors) => later(text, true, () => host.writeLine?.(text, ...colors)),
      writeErrorLine: (text) => later(text, true, () => host.writeErrorLine?.(text)),
      writeDebugLine: (text) => later(text, true, () => host.writeDebugLine?.(text)),
      writeVerboseLine: (text) => later(text, true, () => host.writeVerboseLine?.(text)),
      writeWarningLine: (text) => later(text, true, () => host.writeWarningLine?.(text)),
      // What was there before is not on the screen any more.
      clearScreen: () => {
        this.#writes = [];
      },
    };
  }

  add(lines: number, make: () => void): void {
    this.#writes.push({ lines, make });
  }

  /** Makes the last writes that are no more than so many lines. */
  show(most: number): void {
    let lines = 0;
    let from = this.#writes.length;
    while (from > 0 && lines + (this.#writes[from - 1]?.lines ?? 0) <= most) {
      from -= 1;
      lines += this.#writes[from]?.lines ?? 0;
    }
    for (const { make } of this.#writes.splice(0).slice(from)) make();
  }
}
