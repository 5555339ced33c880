/** 0xff when `a` equals `b` (both 0..255), else 0, without a branch on the values. */
export function equalMask(a: number, b: number): number {
  const difference = a ^ b;
  return ((difference - 1) >> 8) & 0xff;
}

/** True when both runs hold the same bytes. The time taken depends on the lengths only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let index = 0; index < a.length; index += 1) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
  return difference === 0;
}
