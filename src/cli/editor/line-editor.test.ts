import fc from 'fast-check';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { clusterWidth } from './display-width.js';
import { EditorSettings } from './editor-settings.js';
import { History } from './history.js';
import { KeyReader, type Key } from './keys.js';
import { layOut } from './screen.js';
import { LineEditor, type LineEditorOptions, type ReadResult } from './line-editor.js';
import { TestScreen } from './test-screen.js';

interface Prompt {
  readonly editor: LineEditor;
  readonly screen: TestScreen;
  readonly result: Promise<ReadResult>;
  readonly history: History;
  readonly type: (text: string) => void;
  readonly press: (...names: string[]) => void;
}

function prompt(
  options: Partial<LineEditorOptions> & { columns?: number; rows?: number; lines?: string[] } = {},
): Prompt {
  const screen = new TestScreen(options.columns ?? 40, options.rows ?? 12);
  const history = options.history ?? new History();
  for (const line of options.lines ?? []) history.add(line);
  const editor = new LineEditor({ output: screen, history, ...options });
  const result = editor.read('PS> ');
  return {
    editor,
    screen,
    result,
    history,
    type: (text) => {
      for (const char of text) editor.key({ name: 'text', text: char });
    },
    press: (...names) => {
      for (const name of names) editor.key({ name, text: '' });
    },
  };
}
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the line editor', () => {
  it('gives the line that was typed', async () => {
    const { type, press, result, screen } = prompt();
    type('Get-PSSession');
    press('enter');
    expect(await result).toEqual({ type: 'line', text: 'Get-PSSession' });
    expect(screen.text).toBe('PS> Get-PSSession');
    expect(screen.cursor).toEqual({ row: 1, column: 0 });
  });

  it('moves and deletes by what a person sees as one character', () => {
    const { type, press, editor, screen } = prompt();
    type('aé');
    editor.key({ name: 'paste', text: '👩‍👩‍👧日' });
    press('left', 'backspace');
    expect(editor.buffer.text).toBe('aé日');
    expect(screen.cursor.column).toBe(6);
    press('C-a', 'delete', 'C-e', 'backspace');
    expect(editor.buffer.text).toBe('é');
  });

  it('cuts and pastes words, and undoes', () => {
    const { type, press, editor } = prompt();
    type('one two three');
    press('C-w', 'C-w', 'C-y');
    expect(editor.buffer.text).toBe('one two three');
    press('C-_', 'C-_');
    expect(editor.buffer.text).toBe('one two ');
  });

  it('goes on with another line while the text is not complete', async () => {
    const { type, press, result, screen } = prompt({ isComplete: (text) => text.includes('}') });
    type('if ($x) {');
    press('enter');
    type('1 }');
    expect(screen.text).toBe('PS> if ($x) {\n>> 1 }');
    press('up', 'end');
    type(' #');
    press('enter');
    expect(await result).toEqual({ type: 'line', text: 'if ($x) { #\n1 }' });
  });

  it('recalls lines, searches them, and offers the one that begins as the text does', () => {
    const { type, press, editor, screen } = prompt({ lines: ['Get-Date', 'Get-PSSession', 'cd /'], suggest: true });
    press('up', 'up');
    expect(editor.buffer.text).toBe('Get-PSSession');
    press('down', 'down');
    expect(editor.buffer.text).toBe('');
    type('Get-D');
    expect(screen.text).toBe('PS> Get-Date');
    press('right');
    expect(editor.buffer.text).toBe('Get-Date');
    press('C-u', 'C-r');
    type('pss');
    expect(screen.text).toBe('PS> Get-PSSession\nbck-i-search: pss_');
    press('C-s');
    expect(screen.text).toContain('fwd-i-search: pss_');
    press('C-r');
    press('C-g');
    expect(editor.buffer.text).toBe('');
    type('x ');
    press('M-.');
    expect(editor.buffer.text).toBe('x /');
  });

  it('completes what is common, then goes through the choices, and gives the text back', async () => {
    const { type, press, editor, screen } = prompt({
      complete: (text) =>
        Promise.resolve({
          start: 0,
          length: text.length,
          choices: ['Get-PSSession', 'Get-PSDrive', 'Get-PSProvider'].map((choice) => ({ text: choice })),
        }),
    });
    type('get-p');
    press('tab');
    await settled();
    expect(editor.buffer.text).toBe('Get-PS');
    expect(screen.text).toContain('Get-PSDrive');
    press('tab', 'tab');
    expect(editor.buffer.text).toBe('Get-PSDrive');
    press('escape');
    expect(editor.buffer.text).toBe('get-p');
    expect(screen.text).toBe('PS> get-p');
  });

  it('takes the first choice at once where the key is a menu, and goes about the list with the arrows', async () => {
    const { press, editor, screen } = prompt({
      complete: () =>
        Promise.resolve({
          start: 0,
          length: 0,
          choices: Array.from({ length: 26 }, (_, at) => ({
            text: `one-${String(at).padStart(2, '0')}`,
          })),
        }),
    });
    press('C-space');
    await settled();
    expect(editor.buffer.text).toBe('one-00');
    const [, list = ''] = screen.text.split('\n');
    const second = /one-00\S* +one-(\d\d)/.exec(list)?.[1] ?? '';
    press('right');
    expect(editor.buffer.text).toBe(`one-${second}`);
    press('left', 'down');
    expect(editor.buffer.text).toBe('one-01');
    press('up', 'left');
    expect(editor.buffer.text).toMatch(/-(?:2[0-5])$/);
    press('right');
    expect(editor.buffer.text).toBe('one-00');
    press('escape');
    expect(editor.buffer.text).toBe('');
  });

  it('gives up a completion that does not come, and keeps what was typed meanwhile', async () => {
    const { type, press, editor } = prompt({ complete: () => new Promise(() => undefined) });
    type('a');
    press('tab');
    type('b');
    press('C-c');
    await settled();
    expect(editor.buffer.text).toBe('ab');
    expect(editor.isReading).toBe(true);
  });

  it('ends at Ctrl+D in an empty text only, and is cancelled by Ctrl+C', async () => {
    const first = prompt();
    first.press('C-d');
    expect(await first.result).toEqual({ type: 'end' });
    const second = prompt();
    second.type('x');
    second.press('C-d', 'C-c');
    expect(await second.result).toEqual({ type: 'cancelled' });
  });

  it('shows the part around the cursor of a text that is taller than the terminal', () => {
    const { editor, press, screen } = prompt({ rows: 5, isComplete: () => false });
    editor.key({ name: 'paste', text: Array.from({ length: 20 }, (_, at) => `line ${at}`).join('\n') });
    expect(screen.lines.at(-1)).toBe('>> line 19');
    for (let at = 0; at < 19; at += 1) press('up');
    expect(screen.lines[0]).toBe('PS> line 0');
    expect(screen.lines.length).toBeLessThanOrEqual(5);
  });

  it('draws itself anew where it stands when the terminal has another width', () => {
    const { type, press, editor, screen } = prompt({ columns: 40, rows: 12 });
    screen.write('before\r\n');
    editor.redraw();
    type('"a text of thirty characters!!" + "and more of it"');
    press('left', 'left');
    for (const columns of [25, 12, 40, 60, 30]) {
      screen.resize(columns);
      editor.resized();
      const { rows } = layOut({
        prompt: 'PS> ',
        continuation: '',
        text: editor.buffer.text,
        cursor: editor.buffer.cursor,
        spans: [],
        suggestion: '',
        below: [],
        width: columns,
      });
      expect(screen.lines.filter((line) => line !== '' && !'PS> before'.startsWith(line))).toEqual(
        rows.map((row) => row.trimEnd()),
      );
    }
  });

  it('keeps its rows on a terminal that counts the parts of a character one by one', () => {
    const screen = new TestScreen(24, 12, (cluster) =>
      Array.from(cluster, clusterWidth).reduce((sum, width) => sum + width, 0),
    );
    const editor = new LineEditor({ output: screen, history: new History() });
    void editor.read('PS> ');
    editor.key({ name: 'paste', text: "echo '👍🏽 🇩🇪 👩‍💻 abc'" });
    for (const name of ['left', 'left', 'home', 'right', 'end', 'left', 'backspace', 'backspace'])
      editor.key({ name, text: '' });
    expect(editor.buffer.text).toBe("echo '👍🏽 🇩🇪 👩‍💻 a'");
    expect(screen.lines).toHaveLength(1);
    expect(screen.lines[0]?.startsWith("PS> echo '👍")).toBe(true);
    expect(screen.lines[0]?.endsWith("a'")).toBe(true);
    expect(screen.cursor).toEqual({ row: 0, column: 20 });
  });

  it('always shows what the layout says, whatever is typed', () => {
    const keys = ['left', 'right', 'backspace', 'delete', 'home', 'end', 'C-w', 'C-y', 'C-_', 'up', 'down', 'M-enter'];
    const step = fc.oneof(
      fc.constantFrom(...keys).map((name): Key => ({ name, text: '' })),
      fc
        .constantFrom('a', 'b ', '日', '👍', 'é', '\n', '\t', 'long words that wrap ')
        .map((text): Key => ({ name: 'paste', text })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 10, max: 30 }), (steps, columns) => {
        const { editor, screen } = prompt({ columns, rows: 200 });
        for (const key of steps) editor.key(key);
        const layout = layOut({
          prompt: 'PS> ',
          continuation: '>> ',
          text: editor.buffer.text,
          cursor: editor.buffer.cursor,
          spans: [],
          suggestion: '',
          below: [],
          width: columns,
        });
        expect(screen.text).toBe(
          layout.rows
            .map((row) => row.trimEnd())
            .join('\n')
            .trimEnd(),
        );
        expect(screen.cursor).toEqual({ row: layout.cursorRow, column: layout.cursorColumn });
      }),
      { numRuns: 150 },
    );
  });
});

describe('what was cut', () => {
  it('comes back cut by cut, in place of what was just pasted', () => {
    const { type, press, editor } = prompt();
    type('one two three');
    press('C-w', 'C-a', 'C-k', 'C-y');
    expect(editor.buffer.text).toBe('one two ');
    press('M-y');
    expect(editor.buffer.text).toBe('three');
    press('M-y');
    expect(editor.buffer.text).toBe('one two ');
    press('left', 'M-y');
    expect(editor.buffer.text).toBe('one two ');
  });
  it('and words in other letters, and the line as it was', () => {
    const { type, press, editor } = prompt();
    type('one two éTé');
    press('C-a', 'M-u', 'M-c', 'M-f');
    expect(editor.buffer.text).toBe('ONE Two éTé');
    press('M-b', 'M-l');
    expect(editor.buffer.text).toBe('ONE Two été');
    press('M-r');
    expect(editor.buffer.text).toBe('');
  });
});

describe('keys', () => {
  it('Escape counts at once, and Ctrl+C behind it is Ctrl+C', async () => {
    const input = new PassThrough();
    const names: string[] = [];
    const reader = new KeyReader(input, ({ name }) => names.push(name));
    input.write('\u001b\u0003\u001b');
    await new Promise((resolve) => setTimeout(resolve, 250));
    reader.close();
    expect(names).toEqual(['C-c', 'escape']);
  });
  it('come from the bytes of a terminal, a bracketed paste as one text', async () => {
    const input = new PassThrough();
    const names: string[] = [];
    const reader = new KeyReader(input, ({ name, text }) => names.push(text === '' ? name : `${name}:${text}`));
    input.write('a\u0001\u001b[A\u001b[1;5C\r\u007f\u001b.\u001b\r日\u001b[200~x\ny\u001b[201~\u0003');
    await settled();
    reader.close();
    expect(names).toEqual([
      'text:a',
      'C-a',
      'up',
      'C-right',
      'enter',
      'backspace',
      'M-.',
      'M-enter',
      'text:日',
      'paste:x\ny',
      'C-c',
    ]);
  });
});

describe('the history', () => {
  it("keeps lines of several lines in a file that is the user's alone, and secrets out of it", () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pssession-history-'));
    try {
      const file = path.join(folder, 'deep', 'history');
      const first = new History(file);
      first.add('if (1) {\n  2\n}');
      first.add('ConvertTo-SecureString hunter2 -AsPlainText');
      first.add('Get-Date');
      expect(first.entries).toHaveLength(3);
      expect(new History(file).entries).toEqual(['if (1) {\n  2\n}', 'Get-Date']);
      if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('what a person sets of the editor', () => {
  it('binds keys, signs, and keys one after the other', async () => {
    const settings = new EditorSettings();
    const { type, press, editor } = prompt({ settings });
    expect(settings.bind('Ctrl+Shift+UpArrow', 'Undo')).toBe('Ctrl+Shift+UpArrow');
    expect(settings.bind('Ctrl+x,Ctrl+d', 'DeleteLine')).toBe('Ctrl+x,Ctrl+d');
    expect(settings.bind('%', 'BeginningOfLine')).toBe('%');
    expect(settings.bind('Ctrl+w', undefined)).toBe('Ctrl+w');
    expect(settings.bind('Ctrl+nothing', 'Undo')).toBeUndefined();
    type('one two%0 ');
    press('C-w');
    expect(editor.buffer.text).toBe('0 one two');
    press('C-x', 'C-d');
    expect(editor.buffer.text).toBe('');
    press('C-x');
    type('x');
    expect(editor.buffer.text).toBe('x');
    settings.bindDefaults();
    type(' y');
    press('C-w');
    expect(editor.buffer.text).toBe('x ');
    editor.end();
    await settled();
  });

  it('runs a block for a key: what is typed meanwhile comes after it, and so does the end of the text', async () => {
    const settings = new EditorSettings();
    let go = (): void => undefined;
    const runBlock = async ({ block }: { readonly block: unknown }): Promise<void> => {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      settings.typed?.replace(0, settings.typed.text.length, String(block));
      settings.typed?.act('AcceptLine');
      settings.typed?.insert('!');
    };
    settings.bind('Ctrl+b', { block: 'build', name: 'Build', description: '' });
    const { type, press, result } = prompt({ settings, runBlock });
    type('abc');
    press('C-b');
    type('late');
    go();
    expect(await result).toEqual({ type: 'line', text: 'build!' });
    expect(settings.typed).toBeUndefined();
  });

  it('gives up a block at Ctrl+C, and is usable after one that fails', async () => {
    const settings = new EditorSettings();
    const runBlock = ({ block }: { readonly block: unknown }): Promise<void> =>
      block === 'fail' ? Promise.reject(new Error('no')) : new Promise(() => undefined);
    settings.bind('Ctrl+b', { block: 'hang', name: 'Hang', description: '' });
    settings.bind('F9', { block: 'fail', name: 'Fail', description: '' });
    const { type, press, editor, result } = prompt({ settings, runBlock });
    type('a');
    press('C-b', 'C-c');
    await settled();
    press('f9');
    await settled();
    type('b');
    expect(editor.buffer.text).toBe('ab');
    press('enter');
    expect(await result).toEqual({ type: 'line', text: 'ab' });
  });

  it('walks the history without lines that it has shown, unless it is told to', () => {
    const settings = new EditorSettings();
    const { press, editor } = prompt({ settings, lines: ['dir', 'cls', 'dir', 'pwd'] });
    press('up', 'up', 'up', 'up');
    expect(editor.buffer.text).toBe('cls');
    settings.options.HistoryNoDuplicates = false;
    press('up');
    expect(editor.buffer.text).toBe('dir');
  });

  it('finds lines by their beginning as it is told: cases, and where the cursor goes', () => {
    const settings = new EditorSettings();
    Object.assign(settings.options, { HistorySearchCaseSensitive: true, HistorySearchCursorMovesToEnd: true });
    const { type, press, editor } = prompt({ settings, lines: ['get-it', 'Get-It'] });
    type('get');
    press('f8');
    expect([editor.buffer.text, editor.buffer.cursor]).toEqual(['get-it', 6]);
  });

  it('has colours, offers and a continuation of its own', () => {
    const settings = new EditorSettings();
    Object.assign(settings.options, { InlinePredictionColor: '\u001b[38;5;8m\u001b[3m', ContinuationPrompt: '... ' });
    expect(settings.style('inlinePrediction')).toBe('38;5;8;3');
    const { type, press, screen } = prompt({ settings, suggest: true, lines: ['Get-Date'] });
    type('Get');
    expect(screen.text).toBe('PS> Get-Date');
    settings.options.PredictionSource = 'None';
    press('M-enter');
    type('x');
    expect(screen.text).toBe('PS> Get\n... x');
  });
});
