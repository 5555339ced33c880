/** What the console asks, as PowerShell's own console asks it (measured with pwsh 7.6.9 on a terminal of 80 columns). */
import { describe, expect, it } from 'vitest';
import { PSList } from '../protocol/objects/index.js';
import type { HostChoice, HostPromptField } from '../client/session/index.js';
import { consoleHost } from './console-host.js';
import type { Terminal } from './terminal.js';

const { signal } = new AbortController();
/** A terminal of 40 columns whose person types these lines; `screen` is what is seen of it. */
function typing(...lines: readonly string[]): { readonly terminal: Terminal; readonly screen: () => string } {
  const rest = [...lines];
  let screen = '';
  const read = (prompt: string): Promise<string | undefined> => {
    const line = rest.shift();
    screen += `${prompt}${line ?? ''}\n`;
    return Promise.resolve(line);
  };
  const terminal: Terminal = {
    out: (text) => void (screen += text),
    err: (text) => void (screen += text),
    width: 40,
    height: 25,
    isTerminal: true,
    color: false,
    drawsProgress: false,
    interactive: true,
    readLine: read,
    readSecret: read,
    password: () => Promise.resolve(undefined),
  };
  return { terminal, screen: () => screen };
}
const field = (name: string, fullTypeName: string, helpMessage = ''): HostPromptField => ({
  name,
  label: name,
  helpMessage,
  typeName: fullTypeName,
  fullTypeName,
  mandatory: true,
  defaultValue: undefined,
});
const choice = (label: string, helpMessage = ''): HostChoice => ({ label, helpMessage });

describe('values of parameters', () => {
  const ask = async (fields: readonly HostPromptField[], ...lines: readonly string[]) => {
    const { terminal, screen } = typing(...lines);
    const host = consoleHost(terminal, {
      version: '1',
      unreadable: (text, type) =>
        Promise.resolve(type === 'System.Int32' && !/^\d*$/.test(text) ? 'format' : undefined),
    });
    const values = await host.prompt?.('cmdlet f', 'Supply values:', fields, signal);
    return { values, screen: screen() };
  };
  it('are asked for again until they can be read, with help where there is some', async () => {
    const fields = [field('a', 'System.String'), field('b', 'System.Int32', 'the help')];
    const { values, screen } = await ask(fields, '!!x', '!?', '!y', 'abc', '5');
    expect(screen).toBe(
      '\ncmdlet f\nSupply values:\n(Type !? for Help.)\na: !!x\nb: !?\nthe help\nb: !y\n"!y" cannot be recognized as a valid Prompt command.\nb: abc\nCannot recognize "abc" as a System.Int32 due to a format error.\nb: 5\n',
    );
    expect([...(values ?? [])]).toEqual([
      ['a', '!x'],
      ['b', '5'],
    ]);
  });
  it('of a list are asked for one by one, until a line is empty', async () => {
    const { values, screen } = await ask([field('Name', 'System.String[]')], 'x', 'y', '');
    expect(screen).toContain('Name[0]: x\nName[1]: y\nName[2]: \n');
    const list = values?.get('Name');
    expect(list instanceof PSList ? list.items : list).toEqual(['x', 'y']);
  });
  it('may be empty, null or said to have no help', async () => {
    const fields = [field('a', 'System.String'), field('b', 'System.String')];
    const { values, screen } = await ask(fields, '!""', '!?', '!$null');
    expect(screen).toContain('No help is available for b.\n');
    expect(values?.get('a')).toBe('');
  });
});

describe('choices', () => {
  it('break where the line is full, and show their help', async () => {
    const { terminal, screen } = typing('?', 'no such', 'N');
    const choices = [choice('&Yes', 'go on'), choice('Yes to &All'), choice('&No'), choice('Plain')];
    expect(await consoleHost(terminal, { version: '1' }).promptForChoice?.('Cap', 'Msg', choices, 1, signal)).toBe(2);
    const line = '[Y] Yes  [A] Yes to All  [N] No  \n[] Plain[?] Help (default is "A"): ';
    expect(screen()).toBe(`\nCap\nMsg\n${line}?\nY - go on\nA - \nN - \nPlain - \n${line}no such\n${line}N\n`);
  });
  it('without a default are asked for until one is made', async () => {
    const { terminal, screen } = typing('', 'two');
    const choices = [choice('&One'), choice('&Two')];
    expect(await consoleHost(terminal, { version: '1' }).promptForChoice?.('', '', choices, -1, signal)).toBe(1);
    expect(screen()).toBe('[O] One  [T] Two  [?] Help \n[O] One  [T] Two  [?] Help two\n');
  });
  it('of which several are made stand below each other', async () => {
    const { terminal, screen } = typing('t', '');
    const choices = [choice('&One'), choice('&Two')];
    const made = await consoleHost(terminal, { version: '1' }).promptForMultipleChoice?.('', '', choices, [0], signal);
    expect(made).toEqual([1]);
    expect(screen()).toBe('[O] One  \n[T] Two  \n[?] Help \n(default is "O")\nChoice[0]: t\nChoice[1]: \n');
  });
});

it('knows its window and its title as they are now', () => {
  const { terminal } = typing();
  let width = 80;
  const host = consoleHost(
    {
      ...terminal,
      get width() {
        return width;
      },
    },
    { version: '1' },
  );
  expect(host.screen?.windowSize.width).toBe(80);
  width = 100;
  host.setWindowTitle?.('mine');
  expect(host.screen).toMatchObject({ windowSize: { width: 100 }, bufferSize: { width: 100 }, windowTitle: 'mine' });
});
