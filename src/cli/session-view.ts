/** How the program shows sessions: the table of the seed on a terminal, records for programs. cmdlets.md 2.7 */

export interface ViewColumn {
  readonly label: string;
  readonly width: number;
  readonly align: 'left' | 'right';
  /** Property name, case as PowerShell has it. */
  readonly property: string;
}

/** The view that the seed page prints. */
export const SESSION_VIEW: readonly ViewColumn[] = [
  { label: 'Id', width: 3, align: 'right', property: 'Id' },
  { label: 'Name', width: 15, align: 'left', property: 'Name' },
  { label: 'ComputerName', width: 15, align: 'left', property: 'ComputerName' },
  { label: 'State', width: 13, align: 'left', property: 'State' },
  { label: 'ConfigurationName', width: 20, align: 'left', property: 'ConfigurationName' },
  { label: 'Availability', width: 13, align: 'right', property: 'Availability' },
];

export const JOB_VIEW: readonly ViewColumn[] = [
  { label: 'Id', width: 6, align: 'left', property: 'Id' },
  { label: 'Name', width: 15, align: 'left', property: 'Name' },
  { label: 'PSJobTypeName', width: 15, align: 'left', property: 'PSJobTypeName' },
  { label: 'State', width: 13, align: 'left', property: 'State' },
  { label: 'HasMoreData', width: 15, align: 'left', property: 'HasMoreData' },
  { label: 'Location', width: 20, align: 'left', property: 'Location' },
  { label: 'Command', width: 25, align: 'left', property: 'Command' },
];

/** The columns that fit: the last ones are narrowed, then dropped. */
export function fitColumns(columns: readonly ViewColumn[], consoleWidth: number): ViewColumn[] {
  const fitted: ViewColumn[] = [];
  let left = consoleWidth;
  for (const column of columns) {
    const gap = fitted.length === 0 ? 0 : 1;
    if (left < gap + 3) break;
    const width = Math.min(column.width, left - gap);
    if (width < Math.min(column.width, 3)) break;
    fitted.push({ ...column, width });
    left -= gap + width;
  }
  return fitted;
}

/** Columns that a character takes on a terminal: 2 for East Asian wide ones and emoji, 0 for marks that combine. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    if (/\p{M}|\p{Cf}/u.test(char)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        char,
      )
        ? 2
        : 1;
  }
  return width;
}

/** Cuts to `width` columns with an ellipsis, and pads to exactly that. Control characters never reach a terminal. */
export function cell(text: string, width: number, align: 'left' | 'right'): string {
  // biome-ignore lint: control characters are what this is about
  let shown = text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
  if (displayWidth(shown) > width) {
    let cut = '';
    for (const char of shown) {
      if (displayWidth(cut + char) > width - 1) break;
      cut += char;
    }
    shown = `${cut}…`;
  }
  const pad = ' '.repeat(Math.max(0, width - displayWidth(shown)));
  return align === 'right' ? pad + shown : shown + pad;
}

export function tableHeader(columns: readonly ViewColumn[]): string {
  const line = (text: (column: ViewColumn) => string): string =>
    columns
      .map((column) => cell(text(column), column.width, column.align))
      .join(' ')
      .trimEnd();
  return `${line(({ label }) => label)}\n${line(({ label }) => '-'.repeat(label.length))}`;
}

export function tableRow(columns: readonly ViewColumn[], value: (property: string) => string): string {
  return columns
    .map((column) => cell(value(column.property), column.width, column.align))
    .join(' ')
    .trimEnd();
}
