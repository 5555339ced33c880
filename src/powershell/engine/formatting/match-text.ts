/** The text of what Select-String found: the line with the lines around it, each after its file and number. */

export interface MatchParts {
  readonly line: string;
  readonly number: number;
  /** '' or InputStream: the line came from no file. */
  readonly path: string;
  /** Lines around it that no neighbour shows; undefined where none were asked for. */
  readonly context: { readonly before: readonly string[]; readonly after: readonly string[] } | undefined;
}

/** The path seen from a folder, where it lies below it. */
export function pathBelow(path: string, folder: string): string {
  if (folder === '' || !path.toLowerCase().startsWith(folder.toLowerCase()) || path.length === folder.length)
    return path;
  const slash = (char: string | undefined): boolean => char === '/' || char === '\\';
  if (slash(folder.at(-1))) return path.slice(folder.length);
  return slash(path[folder.length]) ? path.slice(folder.length + 1) : path;
}

export function matchLines({ line, number, path, context }: MatchParts, folder: string): string {
  const file = path === '' || path === 'InputStream' ? undefined : pathBelow(path, folder);
  const shown = (mark: string, text: string, at: number): string =>
    file === undefined ? mark + text : `${mark}${file}:${at}:${text}`;
  if (context === undefined) return shown('', line, number);
  const { before, after } = context;
  return [
    ...before.map((text, index) => shown('  ', text, number - before.length + index)),
    shown('> ', line, number),
    ...after.map((text, index) => shown('  ', text, number + 1 + index)),
  ].join('\n');
}
