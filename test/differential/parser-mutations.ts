/** Small damage to a script: tokens taken out, put in or replaced, by a seeded choice. */

/** Numbers below `n`, the same for the same seed. */
export function randomFrom(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

const PIECES = (
  '( ) { } [ ] $( @( @{ " \' , ; | || && & - -eq = += ` . :: ? : $ $x @x if else foreach function class param try catch ' +
  'switch while do 1 1kb -a -- < > 2>&1 # <# [int] ?? ?. ! .. in begin process return break trap using enum data ++'
).split(' ');

/** One or two changes in up to a dozen lines of the text. `configuration` is left out: it wants DSC on the machine. */
export function mutate(text: string, random: (n: number) => number): string {
  const lines = text.split('\n');
  const from = random(lines.length);
  const part = lines.slice(from, from + 1 + random(12)).join('\n');
  const words: string[] = part.match(/\w+|\s+|[^\w\s]/g) ?? ['x'];
  for (let left = 1 + random(2); left > 0; left--) {
    const at = random(words.length);
    const piece = PIECES[random(PIECES.length)] ?? '\n';
    const way = random(3);
    words.splice(at, way === 1 ? 0 : 1, ...(way === 0 ? [] : [random(12) === 0 ? '\n' : piece]));
  }
  return words.join('').replaceAll(/configuration/gi, 'konfiguration');
}
