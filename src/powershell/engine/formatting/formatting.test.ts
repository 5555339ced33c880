import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ArgumentError } from '../../../protocol/errors/index.js';
import { decodeClixmlDocument, encodeClixmlDocument } from '../../../protocol/clixml/index.js';
import {
  PipelineResultTypes,
  PSDictionary,
  PSObject,
  type PSErrorRecord,
  type PSValue,
} from '../../../protocol/objects/index.js';
import { createRunspace, type EngineHost } from '../index.js';
import {
  defaultFormatDatabase,
  FormatDatabase,
  FormatObject,
  Formatter,
  formatErrorRecord,
  formatMessageOf,
  formatValues,
  loadFormatXml,
} from './index.js';
import { columnWidths, itemsPerRow } from './table-writer.js';

const custom = (record: Readonly<Record<string, PSValue>>): PSObject => PSObject.custom(record);
const lines = (...text: string[]): string => text.map((line) => `${line}\n`).join('');

const PLAIN = {
  mergeMyResult: PipelineResultTypes.None,
  mergeToResult: PipelineResultTypes.None,
  mergePreviousResults: PipelineResultTypes.None,
  mergeError: PipelineResultTypes.None,
  mergeWarning: PipelineResultTypes.None,
  mergeVerbose: PipelineResultTypes.None,
  mergeDebug: PipelineResultTypes.None,
  mergeInformation: PipelineResultTypes.None,
};
/** What a host of `width` columns is told to write for a script, as the program runs `-Command`. */
async function printed(script: string, width = 120, variables: Record<string, PSValue> = {}): Promise<string> {
  let text = '';
  const host: EngineHost = {
    name: 'test',
    version: '1.0',
    hasUI: true,
    defaults: new Map([[5, PSObject.bag({ width, height: 50 })]]),
    call: (method, parameters) => {
      const last = parameters.at(-1);
      text += `${typeof last === 'string' ? last : ''}${method.includes('Line') ? '\n' : ''}`;
      return Promise.resolve(null);
    },
  };
  const runspace = createRunspace({ variables: { PSCulture: '', ...variables } });
  const outcome = await runspace.run({
    definition: {
      statements: [
        [
          {
            ...PLAIN,
            mergeError: PipelineResultTypes.Output,
            command: script,
            isScript: true,
            useLocalScope: false,
            parameters: [],
          },
          { ...PLAIN, command: 'Out-Default', isScript: false, useLocalScope: null, parameters: [] },
        ],
      ],
      isNested: false,
      history: null,
      redirectShellErrorOutputPipe: false,
    },
    input: undefined,
    host,
    sink: {
      output: () => undefined,
      error: () => undefined,
      informational: () => undefined,
      progress: () => undefined,
      information: () => undefined,
    },
    addToHistory: false,
    signal: AbortSignal.timeout(20_000),
  });
  if (outcome.state === 'Failed') text += `${formatErrorRecord(outcome.error, { width })}\n`;
  await runspace.dispose();
  return text;
}

describe('shapes', () => {
  it('makes a table of up to four properties and a list of more', () => {
    expect(formatValues([custom({ A: 1, B: 'x' })])).toBe(lines('', 'A B', '- -', '1 x', ''));
    expect(formatValues([custom({ A: 1, B: 2, C: 3, D: 4, E: 5 })])).toBe(
      lines('', 'A : 1', 'B : 2', 'C : 3', 'D : 4', 'E : 5', ''),
    );
  });
  it('lets the first object decide, so that others lose what it does not have', () => {
    expect(formatValues([custom({ A: 1 }), custom({ B: 2 })])).toBe(lines('', 'A', '-', '1', ' ', ''));
  });
  it('keeps text and numbers in their place between the rows', () => {
    expect(formatValues([custom({ A: 1 }), 'text', custom({ A: 2 }), 5])).toBe(
      lines('', 'A', '-', '1', 'text', '2', '5', ''),
    );
  });
  it('shows dictionaries by their entries, and what their view is not for as a list', () => {
    const table = new PSDictionary([['x', 1]]);
    expect(formatValues([table, custom({ A: 2, B: 5 })])).toBe(
      lines(
        '',
        'Name                           Value',
        '----                           -----',
        'x                              1',
        '',
        'A : 2',
        'B : 5',
        '',
        '',
      ),
    );
  });
  it('is not moved by time unless it is given a clock', () => {
    let now = 0;
    const clocked = new Formatter({ now: () => (now += 200) });
    const first = [clocked.push(custom({ A: 1 })), clocked.push(custom({ A: 22 })), clocked.push(custom({ A: 333 }))];
    // The group waits for 300 ms, then it is shown with the widths seen until then.
    expect(first.map(String).join('')).toContain('22');
    expect(new Formatter().push(custom({ A: 1 }))).toBe('\n');
  });
});

describe('columns', () => {
  it('cuts the last column first and leaves out what does not fit', () => {
    expect(columnWidths([10, 10], 30)).toEqual([10, 10]);
    expect(columnWidths([10, 10], 15)).toEqual([10, 4]);
    expect(columnWidths([20, 10], 15)).toEqual([15, -1]);
    expect(columnWidths([0, 0, 5], 27)).toEqual([10, 10, 5]);
  });
  it('puts as many wide items in a row as fit', () => {
    expect(itemsPerRow(10, 50)).toBe(4);
    expect(itemsPerRow(60, 50)).toBe(1);
  });
  it('aligns numbers right, counts wide characters twice and cuts with an ellipsis', () => {
    expect(formatValues([custom({ Name: '日本語', V: 1 }), custom({ Name: 'é', V: 22 })])).toBe(
      lines('', 'Name    V', '----    -', '日本語  1', 'é      22', ''),
    );
    expect(formatValues([custom({ A: 'x'.repeat(40), B: 1 })], { width: 20 })).toBe(
      lines('', 'A', '-'.padEnd(20), `${'x'.repeat(19)}…`, ''),
    );
  });
});

describe('format data', () => {
  const FILE = `<Configuration><SelectionSets><SelectionSet><Name>Mine</Name><Types><TypeName>My.Type</TypeName></Types>
    </SelectionSet></SelectionSets><ViewDefinitions>
    <View><Name>short</Name><ViewSelectedBy><SelectionSetName>Mine</SelectionSetName></ViewSelectedBy>
      <TableControl><TableHeaders><TableColumnHeader><Label>Number</Label><Width>8</Width><Alignment>Right</Alignment>
      </TableColumnHeader><TableColumnHeader/></TableHeaders><TableRowEntries><TableRowEntry><TableColumnItems>
      <TableColumnItem><PropertyName>Id</PropertyName><FormatString>000</FormatString></TableColumnItem>
      <TableColumnItem><ScriptBlock>"$($_.Name)!"</ScriptBlock></TableColumnItem>
      </TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View>
    <View><Name>long</Name><ViewSelectedBy><TypeName>My.Type</TypeName></ViewSelectedBy><CustomControl><CustomEntries>
      <CustomEntry><CustomItem><Text>It is </Text><NewLine/><Frame><LeftIndent>4</LeftIndent><CustomItem>
      <ExpressionBinding><PropertyName>Name</PropertyName></ExpressionBinding><NewLine/></CustomItem></Frame></CustomItem>
      </CustomEntry></CustomEntries></CustomControl></View>
    </ViewDefinitions></Configuration>`;
  const folder = mkdtempSync(nodePath.join(tmpdir(), 'pssession-format-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  it('is read from a file and used by the shape and by the name of a view', async () => {
    const path = nodePath.join(folder, 'mine.format.ps1xml');
    writeFileSync(path, FILE);
    const direct = new FormatDatabase();
    loadFormatXml(FILE, direct);
    expect(direct.views.map(({ name }) => name)).toEqual(['short', 'long']);
    const typed = custom({ Id: 7, Name: 'ann' });
    typed.typeNames = ['My.Type', 'System.Object'];
    const load = `Update-FormatData -AppendPath '${path}'`;
    expect(await printed(`${load}; $o`, 120, { o: typed })).toBe(
      lines('', '  Number "$($_.Name)!"', '  ------ -------------', '     007 ann!', ''),
    );
    expect(await printed(`${load}; $o | Format-Custom -View long`, 120, { o: typed })).toBe(
      lines('', 'It is ', '    ann', '', ''),
    );
    expect(await printed(`${load}; $o | Format-Table -View none`, 120, { o: typed })).toBe(
      'Format-Table: The view name none cannot be found. There are no existing Table views for System.Management.Automation.PSCustomObject objects.\n',
    );
    expect(await printed(`${load}; Get-FormatData My.*`)).toBe(
      lines('', 'TypeNames FormatViewDefinition', '--------- --------------------', '{My.Type} {short, long}', ''),
    );
  });
  it('refuses a faulty file by naming the file and the fault, and changes nothing', () => {
    const database = new FormatDatabase();
    const load = (text: string) => () => {
      loadFormatXml(text, database, { path: 'x.format.ps1xml' });
    };
    expect(load('<Configuration><View')).toThrow(ArgumentError);
    expect(load('<Types/>')).toThrow(/x\.format\.ps1xml.*root is Types/s);
    expect(
      load('<Configuration><ViewDefinitions><View><Name>v</Name></View></ViewDefinitions></Configuration>'),
    ).toThrow(/view v is for no type/);
    expect(database.views).toHaveLength(0);
  });
  it('[S25] shows a session in six columns, and all of them by the name of the view', () => {
    const session = new PSObject({
      typeNames: ['System.Management.Automation.Runspaces.PSSession', 'System.Object'],
      adapted: custom({
        Id: 2,
        Name: 'Runspace2',
        Transport: 'WSMan',
        ComputerName: 'Server01',
        ComputerType: 'RemoteMachine',
        State: 'Opened',
        ConfigurationName: 'Microsoft.PowerShell',
        Availability: 'Available',
      }).extended,
    } as ConstructorParameters<typeof PSObject>[0]);
    expect(formatValues([session]).split('\n').slice(1, 4)).toEqual([
      ' Id Name            ComputerName    State         ConfigurationName     Availability',
      ' -- ----            ------------    -----         -----------------     ------------',
      '  2 Runspace2       Server01        Opened        Microsoft.PowerShell     Available',
    ]);
    expect(
      defaultFormatDatabase().find(session.typeNames, { shape: 'table', name: 'PSSession7', outOfBand: false })?.name,
    ).toBe('PSSession7');
  });
});

describe('format data on its way to another computer', () => {
  it('comes back as the message it was', () => {
    const entry = new FormatObject({
      type: 'entry',
      entry: { type: 'row', cells: ['1', 'a'], aligns: undefined, wrap: true },
      outOfBand: false,
    });
    const start = new FormatObject({
      type: 'formatStart',
      autoSize: true,
      shape: {
        type: 'table',
        hideHeader: false,
        repeatHeader: true,
        columns: [{ label: 'A', width: 5, align: 'right', property: true }],
      },
    });
    for (const object of [entry, start]) {
      const [back] = decodeClixmlDocument(encodeClixmlDocument([object.data()], { depth: 1 }));
      const message = formatMessageOf(back?.value ?? null);
      expect(JSON.parse(JSON.stringify(message))).toEqual(
        JSON.parse(JSON.stringify(object.message).replace(',"property":true', '')),
      );
    }
  });
  it('leaves a foreign object alone', () => {
    expect(formatMessageOf(custom({ shapeInfo: 1 }))).toBeUndefined();
  });
});

describe('errors', () => {
  const record = (more: Partial<PSErrorRecord>): PSErrorRecord => ({
    exception: { typeNames: ['System.Exception'], message: 'it broke' },
    targetObject: null,
    fullyQualifiedErrorId: 'Broke,Command',
    category: 'InvalidData',
    categoryActivity: 'Get-Thing',
    categoryReason: 'Exception',
    categoryTargetName: '',
    categoryTargetType: '',
    categoryMessage: 'InvalidData: (:) [Get-Thing], Exception',
    ...more,
  });
  it('says who failed and why, in one line, when no script file is near', () => {
    expect(formatErrorRecord(record({}))).toBe('Get-Thing: it broke');
    expect(formatErrorRecord(record({ wasThrown: true }))).toBe('Exception: it broke');
    expect(formatErrorRecord(record({ categoryActivity: '' }))).toBe('InvalidData: it broke');
    expect(formatErrorRecord(record({ detailsMessage: 'in other words' }))).toBe('Get-Thing: in other words');
    expect(formatErrorRecord(record({ recommendedAction: 'Try again.' }))).toBe(
      'Get-Thing: it broke\n  Recommendation: Try again.',
    );
  });
  it('has the four views of $ErrorView, with and without colours', () => {
    expect(formatErrorRecord(record({}), { view: 'CategoryView' })).toBe('InvalidData: (:) [Get-Thing], Exception');
    expect(formatErrorRecord(record({}), { view: 'NormalView' })).toBe(
      'it broke\n+ CategoryInfo          : InvalidData: (:) [Get-Thing], Exception\n+ FullyQualifiedErrorId : Broke,Command',
    );
    expect(formatErrorRecord(record({}), { color: true })).toBe('\u001B[31;1mGet-Thing: \u001B[31;1mit broke\u001B[0m');
    expect(formatErrorRecord(record({}), { view: 'DetailedView' })).toContain('FullyQualifiedErrorId : Broke,Command');
  });
  it('shows the line of a script file and keeps a long message right of the bar', async () => {
    const folder = mkdtempSync(nodePath.join(tmpdir(), 'pssession-error-'));
    const path = nodePath.join(folder, 'fails.ps1');
    const words = 'many words '.repeat(9).trim();
    writeFileSync(path, `'before'\n1/0\nthrow '${words}'\n`);
    const text = await printed(`& '${path}'`, 60);
    rmSync(folder, { recursive: true, force: true });
    // Measured: pwsh 7.6.9, window of 60 columns.
    expect(text).toBe(
      lines(
        'before',
        `RuntimeException: ${path}:2`,
        'Line |',
        '   2 |  1/0',
        '     |  ~~~',
        '     | Attempted to divide by zero.',
        `Exception: ${path}:3`,
        'Line |',
        `   3 |  throw '${words.slice(0, 62)} …`,
        `     |  ${'~'.repeat(69)}`,
        '     | many words many words many words many words many',
        '     | words many words many words many words many words',
        '',
      ),
    );
  });
});

describe('the commands', () => {
  it('calculate, name, format, align and bound columns', async () => {
    expect(await printed("[pscustomobject]@{A=1234.5} | Format-Table @{n='Amt';e={$_.A};f='N2';w=12;a='right'}")).toBe(
      lines('', '         Amt', '         ---', '    1,234.50', ''),
    );
    expect(await printed('[pscustomobject]@{A=1} | Format-Table @{bad=1}')).toBe(
      'Format-Table: The bad key is not valid.\n',
    );
  });
  it('group rows, with a title for each group', async () => {
    expect(await printed("[pscustomobject]@{A=1;B='x'},[pscustomobject]@{A=2;B='z'} | Format-Table B -GroupBy A")).toBe(
      lines('', '   A: 1', '', 'B', '-', 'x', '', '', '   A: 2', '', 'B', '-', 'z', '').replace('\n\n\n', '\n\n'),
    );
  });
  it('show failures of expressions when they are asked to', async () => {
    const failing = "[pscustomobject]@{A=1} | Format-Table @{n='E';e={$_.A/0}}";
    expect(await printed(failing)).toBe(lines('', 'E', '-', '', ''));
    expect(await printed(`${failing} -DisplayError`)).toBe(lines('', 'E', '-', '#ERR', ''));
    expect(await printed(`${failing} -ShowError`)).toContain('Failed to evaluate expression "$_.A/0".');
  });
  it('give text: whole, by the line, at a width, and into files', async () => {
    expect(await printed('[pscustomobject]@{a=1} | Out-String -Stream | ForEach-Object { "[$_]" }')).toBe(
      lines('[]', '[a]', '[-]', '[1]', '[]'),
    );
    const path = nodePath.join(mkdtempSync(nodePath.join(tmpdir(), 'pssession-out-')), 'o.txt');
    expect(await printed(`[pscustomobject]@{a='x'*50} | Out-File '${path}' -Width 20`)).toBe('');
    expect(readFileSync(path, 'utf8').replaceAll('\r', '')).toBe(
      lines('', 'a', '-'.padEnd(20), `${'x'.repeat(19)}…`, '').replace('-'.padEnd(20), '-'),
    );
    rmSync(nodePath.dirname(path), { recursive: true, force: true });
  });
  it('refuse format data that is out of its order', async () => {
    expect(await printed('[pscustomobject]@{A=1} | Format-Table | Select-Object -Last 2 | Out-Host')).toMatch(
      /is not valid or not in the correct sequence\. This is likely caused by a user-specified "format-\*" command/,
    );
  });
});

describe('values that show otherwise than their text', () => {
  it('a type in a cell has its full name', async () => {
    expect(await printed('[pscustomobject]@{ T = [int]; L = [int], [string] } | Format-List')).toContain(
      'T : System.Int32\nL : {System.Int32, System.String}',
    );
  });
  it('an XML node shows what is in it', async () => {
    expect(await printed("[xml]'<a><b/></a>'")).toBe(lines('', 'a', '-', 'a', ''));
    expect(await printed(`([xml]'<a><b c="1">t</b></a>').a.b`)).toBe(lines('', 'c #text', '- -----', '1 t', ''));
  });
  it('verbose and debug records show their message', async () => {
    expect(await printed("Write-Verbose 'v' -Verbose 4>&1; Write-Debug 'd' -Debug 5>&1")).toBe('v\nd\n');
  });
});
