/** xs:duration at the edge of the protocol; milliseconds everywhere else. */
const PATTERN = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d*))?S)?)?$/;
const DAY = 86_400_000;

/**
 * Reads an xs:duration. A year counts 365 days and a month 30: no peer sends them, and a limit needs some number.
 * @returns milliseconds, negative for `-P...`; undefined when the text is no duration.
 */
export function parseDuration(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 64) return undefined;
  const parts = PATTERN.exec(trimmed);
  if (parts === null || trimmed.endsWith('T') || trimmed.endsWith('P')) return undefined;
  const number = (index: number): number => Number(parts[index] ?? 0);
  const fraction = Number(`0.${parts[9] === undefined || parts[9] === '' ? '0' : parts[9]}`);
  const ms =
    (number(2) * 365 + number(3) * 30 + number(4)) * DAY +
    number(6) * 3_600_000 +
    number(7) * 60_000 +
    (number(8) + fraction) * 1000;
  const rounded = Math.round(ms);
  return parts[1] === '-' ? -rounded : rounded;
}

/** `PT180.000S`: the only form that every WSMan client reads. protocol.md 7.4 */
export function formatSecondsDuration(milliseconds: number): string {
  const ms = Math.max(0, Math.round(milliseconds));
  return `PT${Math.floor(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}S`;
}

/** `P0DT0H0M2S`, whole seconds: ShellRunTime and ShellInactivity. protocol.md 7.4 */
export function formatDayTimeDuration(milliseconds: number): string {
  const seconds = Math.floor(Math.max(0, milliseconds) / 1000);
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  return `P${days}DT${hours}H${Math.floor((seconds % 3600) / 60)}M${seconds % 60}S`;
}
