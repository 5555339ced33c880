/** The types of Pester 5's assembly: its configuration, its results, and the small makers that its script calls. */
import { PSDictionary, type PSValue } from '../../../../protocol/objects/index.js';
import { construct, getProperty, getStatic } from '../../runtime/members.js';
import { ErrorRecordObject, ExceptionObject, exceptionType } from '../../values/exceptions.js';
import { type NetObject, unwrap } from '../../values/live.js';
import { addMembers, defineType, findType, type MemberBody, requireType } from '../../values/net-type.js';
import { ScriptBlock } from '../../values/script-block.js';
import { genericType, OBJECT, resolveTypeText, STRING } from '../../values/types.js';
import { outOfRange, runtime, text } from '../support.js';
import { defineConfiguration } from './options.js';
import { defineRecord, field, type Fields, fieldsOf, newRecord, sumOf } from './records.js';

const LIST = 'System.Collections.Generic.List';
const SECTIONS: readonly (readonly [string, string, string])[] = [
  [
    'Run',
    'Run configuration.',
    `Path|StringArray|.|Files with tests, or folders to look for them in.
     ExcludePath|StringArray||Files and folders that are left out.
     ScriptBlock|ScriptBlockArray||Script blocks with tests.
     Container|ContainerInfoArray||Containers made by New-PesterContainer.
     TestExtension|String|.Tests.ps1|How the name of a file with tests ends.
     Exit|Bool|false|End the process with an exit code that tells of failed tests.
     Throw|Bool|false|Throw an error when a test failed.
     PassThru|Bool|false|Write the result object.
     SkipRun|Bool|false|Find the tests and run none of them.
     SkipRemainingOnFailure|String|None|What is skipped after a failure: None, Run, Container or Block.`,
  ],
  [
    'Filter',
    'Filter configuration',
    `Tag|StringArray||Only what has one of these tags.
     ExcludeTag|StringArray||Nothing that has one of these tags.
     Line|StringArray||Only what begins at one of these places, file:line.
     ExcludeLine|StringArray||Nothing that begins at one of these places; wins over Line.
     FullName|StringArray||Only what has such a full name; wildcards may be used.`,
  ],
  [
    'CodeCoverage',
    'CodeCoverage configuration.',
    `Enabled|Bool|false|Measure which commands the tests run.
     OutputFormat|String|JaCoCo|Format of the report: JaCoCo, CoverageGutters or Cobertura.
     OutputPath|String|coverage.xml|Where the report is written.
     OutputEncoding|String|UTF8|Encoding of the report.
     Path|StringArray||Files to measure; those of the run when empty.
     ExcludeTests|Bool|true|Leave the tests' own files out.
     RecursePaths|Bool|true|Look into the folders of Path.
     CoveragePercentTarget|Decimal|75|The part of all commands that should run, in percent.
     UseBreakpoints|Bool|true|Measure with breakpoints.
     SingleHitBreakpoints|Bool|true|Remove a breakpoint when it was hit.`,
  ],
  [
    'TestResult',
    'TestResult configuration.',
    `Enabled|Bool|false|Write a report of the results.
     OutputFormat|String|NUnitXml|Format of the report: NUnitXml, NUnit2.5, NUnit3 or JUnitXml.
     OutputPath|String|testResults.xml|Where the report is written.
     OutputEncoding|String|UTF8|Encoding of the report.
     TestSuiteName|String|Pester|Name of the outermost suite.`,
  ],
  [
    'Should',
    'Should configuration.',
    'ErrorAction|String|Stop|Stop: a failed Should ends its test; Continue: it goes on.',
  ],
  [
    'Debug',
    'Debug configuration for Pester. ⚠ Use at your own risk!',
    `ShowFullErrors|Bool|false|Show the whole stack of errors.
     WriteDebugMessages|Bool|false|Write messages about what Pester does.
     WriteDebugMessagesFrom|StringArray|Discovery,Skip,Mock,CodeCoverage|Whose messages are written.
     ShowNavigationMarkers|Bool|false|Write the place of each block and test.
     ReturnRawResultObject|Bool|false|Give the result object with everything in it.`,
  ],
  [
    'Output',
    'Output configuration',
    `Verbosity|String|Normal|How much is written: None, Normal, Detailed or Diagnostic.
     StackTraceVerbosity|String|Filtered|How much of a stack is written: None, FirstLine, Filtered or Full.
     CIFormat|String|Auto|How errors are written for a build: None, Auto, AzureDevops or GithubActions.
     CILogLevel|String|Error|How a build is told of errors: Error or Warning.
     RenderMode|String|Auto|How colours are written: Auto, Ansi, ConsoleColor or Plaintext.`,
  ],
  ['TestDrive', 'TestDrive configuration.', 'Enabled|Bool|true|Give each block the drive TestDrive:.'],
  ['TestRegistry', 'TestRegistry configuration.', 'Enabled|Bool|true|Give each block the drive TestRegistry:.'],
];

const COUNTS =
  'int FailedCount; int PassedCount; int SkippedCount; int InconclusiveCount; int NotRunCount; int TotalCount';
const NAMED = `string Name; ${LIST}[string] Path; object Data; string ExpandedName; string ExpandedPath`;
const DURATIONS = 'timespan DiscoveryDuration; timespan FrameworkDuration; timespan UserDuration';
const SETUPS = ['EachTest', 'OneTimeTest', 'EachBlock', 'OneTimeBlock']
  .map((one) => `scriptblock ${one}Setup; scriptblock ${one}Teardown`)
  .join('; ');
const TREE = `string GroupId; ${LIST}[string] Tag; bool Focus; bool Skip; scriptblock ScriptBlock; int StartLine; bool First; bool Last; bool Include; bool Exclude; bool Explicit; bool ShouldRun; bool Executed; bool Passed; hashtable FrameworkData; hashtable PluginData; object StandardOutput; string Result; ${LIST}[object] ErrorRecord`;

const MARKS: Readonly<Record<string, string>> = {
  Passed: '[+]',
  Failed: '[-]',
  Skipped: '[!]',
  Inconclusive: '[?]',
  NotRun: '[ ]',
};
const mark = (self: PSValue): string => MARKS[text(field(self, 'Result'))] ?? '[ERR]';

/** What a container is called: its file, or where its block stands. */
function itemName(self: PSValue): string {
  const item = unwrap(field(self, 'Item'));
  const kind = text(field(self, 'Type'));
  if (kind === 'ScriptBlock') {
    const file = item instanceof ScriptBlock ? item.code.file : undefined;
    if (item instanceof ScriptBlock && file !== undefined)
      return `<ScriptBlock>:${file}:${item.code.ast.extent.startLineNumber}`;
    return '<ScriptBlock>';
  }
  const path = item === null ? null : getProperty(runtime(), item, 'FullName');
  return typeof path === 'string' ? path : text(item);
}
const setType: MemberBody = (self, value) => {
  const kind = { file: 'File', scriptblock: 'ScriptBlock' }[text(value).toLowerCase()];
  if (kind === undefined) throw outOfRange('value', "Type must be 'File' or 'ScriptBlock'");
  fieldsOf(self).set('Type', kind);
  return undefined;
};

function defineResults(): void {
  const lists = (...names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, `[${LIST}[object]]`]));
  const container = { Type: 'File' };
  addMembers(
    defineRecord('Pester.ContainerInfo', '!string Name; string Type; object Item; object Data', {
      initial: container,
      computed: { Name: itemName },
      text: itemName,
      create: true,
    }),
    { 'set string Type': setType },
  );
  defineRecord(
    'Pester.Block',
    `${NAMED}; ${LIST}[Pester.Block] Blocks; ${LIST}[Pester.Test] Tests; ${COUNTS}; int PendingCount; !timespan Duration; !string Id; !string ItemType; Pester.ContainerInfo BlockContainer; object Root; bool IsRoot; object Parent; ${SETUPS}; ${LIST}[object] Order; ${TREE}; datetime ExecutedAt; ${DURATIONS}; timespan OwnDuration; bool OwnPassed; ${COUNTS.replaceAll('int ', 'int Own')}; int OwnPendingCount`,
    {
      initial: {
        ...lists('Order', 'ErrorRecord'),
        Blocks: `[${LIST}[Pester.Block]]`,
        Tests: `[${LIST}[Pester.Test]]`,
        FrameworkData: '[hashtable]',
        PluginData: '[hashtable]',
        Result: 'NotRun',
        ItemType: 'Block',
      },
      computed: {
        Duration: (self) => sumOf(self, 'DiscoveryDuration', 'FrameworkDuration', 'UserDuration'),
        Id: (self) => field(self, 'GroupId'),
      },
      text: (self) => `${mark(self)} ${text(field(self, 'Name'))}`,
      create: true,
    },
  );
  const test = defineRecord(
    'Pester.Test',
    `${NAMED}; !timespan Duration; !string ItemType; !string Id; ${TREE}; object Block; System.Nullable[datetime] ExecutedAt; bool Skipped; bool Inconclusive; timespan UserDuration; timespan FrameworkDuration`,
    {
      initial: {
        ...lists('ErrorRecord'),
        ItemType: 'Test',
        PluginData: '[hashtable]',
      },
      computed: {
        Duration: (self) => sumOf(self, 'UserDuration', 'FrameworkDuration'),
        Id: (self) => field(self, 'GroupId'),
      },
      text: (self) => `${mark(self)} ${text(field(self, 'ExpandedName') ?? field(self, 'Name'))}`,
    },
  );
  const newTest = test.declared.constructors[0]?.body;
  addMembers(test, {
    'static Pester.Test Create()': (self) => {
      const made = (newTest?.(self) ?? null) as PSValue;
      const phase = new PSDictionary([
        ['Phase', null],
        ['ExecutionStep', null],
      ]);
      fieldsOf(made).set('FrameworkData', new PSDictionary([['Runtime', phase]]));
      return made;
    },
  });
  const containerType = addMembers(
    defineRecord(
      'Pester.Container',
      `!string Name; string Type; object Item; object Data; ${LIST}[Pester.Block] Blocks; string Result; !timespan Duration; ${COUNTS}; ${LIST}[object] ErrorRecord; bool Passed; bool OwnPassed; bool Skip; bool ShouldRun; bool Executed; datetime ExecutedAt; ${DURATIONS}; object StandardOutput`,
      {
        initial: { ...container, ...lists('ErrorRecord'), Blocks: `[${LIST}[Pester.Block]]`, Result: 'NotRun' },
        computed: {
          Name: itemName,
          Duration: (self) => sumOf(self, 'DiscoveryDuration', 'FrameworkDuration', 'UserDuration'),
        },
        text: (self) => `${mark(self)} ${itemName(self)}`,
        create: true,
      },
    ),
    { 'set string Type': setType },
  );
  addMembers(containerType, {
    'static Pester.Container CreateFromBlock(Pester.Block block)': (_self, block) => {
      const from = fieldsOf(block ?? null);
      const made: NetObject<Fields> = newRecord(containerType);
      for (const { name } of containerType.allProperties()) made.data.set(name, from.get(name) ?? null);
      const info = fieldsOf(from.get('BlockContainer') ?? null);
      made.data.set('Type', info.get('Type') ?? null).set('Item', info.get('Item') ?? null);
      return made;
    },
    'static Pester.Container CreateFromFile(System.IO.FileInfo file)': (_self, file) => {
      const made = construct(runtime(), containerType, []) as PSValue;
      fieldsOf(made).set('Item', file ?? null);
      return made;
    },
  });
  defineRecord(
    'Pester.CodeCoverage',
    'decimal CoveragePercent; decimal CoveragePercentTarget; string CoverageReport; long CommandsAnalyzedCount; long CommandsExecutedCount; long CommandsMissedCount; long FilesAnalyzedCount',
    { create: true, text: (self) => text(field(self, 'CoverageReport')) },
  );
  const found = (what: string, names: string): string =>
    names
      .split(' ')
      .map((name) => `${LIST}[Pester.${what}] ${name}`)
      .join('; ');
  const tests = 'Failed Passed Skipped Inconclusive NotRun Tests';
  const initialLists = (what: string, names: string): Record<string, string> =>
    Object.fromEntries(names.split(' ').map((name) => [name, `[${LIST}[Pester.${what}]]`]));
  defineRecord(
    'Pester.Run',
    `${found('Container', 'Containers')}; string Result; int FailedCount; int FailedBlocksCount; int FailedContainersCount; int PassedCount; int SkippedCount; int InconclusiveCount; int NotRunCount; int TotalCount; timespan Duration; bool Executed; datetime ExecutedAt; string Version; string PSVersion; object PSBoundParameters; ${LIST}[object] Plugins; hashtable PluginConfiguration; hashtable PluginData; PesterConfiguration Configuration; ${DURATIONS}; ${found('Block', 'FailedBlocks')}; ${found('Container', 'FailedContainers')}; ${found('Test', tests)}; Pester.CodeCoverage CodeCoverage`,
    {
      initial: {
        ...initialLists('Container', 'Containers FailedContainers'),
        ...initialLists('Block', 'FailedBlocks'),
        ...initialLists('Test', tests),
        ...lists('Plugins'),
        PluginConfiguration: '[hashtable]',
        PluginData: '[hashtable]',
        Result: 'NotRun',
      },
      text: (self) => `${mark(self)} Pester`,
      create: true,
    },
  );
  defineRecord('Pester.ShouldExpectResult', 'string Actual; string Expected; string Because', {
    text: (self) =>
      `Expected: ${text(field(self, 'Expected'))} Actual: ${text(field(self, 'Actual'))} Because: ${text(field(self, 'Because'))}`,
  });
  defineRecord('Pester.ShouldResult', 'bool Succeeded; string FailureMessage; Pester.ShouldExpectResult ExpectResult');
  const errors = `${LIST}[System.Management.Automation.ErrorRecord]`;
  const invocation = defineRecord(
    'Pester.InvocationResult',
    `!bool Success; !${errors} ErrorRecord; !object StandardOutput`,
  );
  addMembers(invocation, {
    [`static Pester.InvocationResult Create(bool success, ${errors} errorRecord, object standardOutput)`]: (
      _self,
      success,
      records,
      output,
    ) => {
      const made = newRecord(invocation);
      const none = (): PSValue => construct(runtime(), resolveTypeText(errors) ?? OBJECT, []) as PSValue;
      made.data
        .set('Success', success === true)
        .set('ErrorRecord', records ?? none())
        .set('StandardOutput', output ?? null);
      return made;
    },
  });
}

function errorRecord(id: string, values: readonly PSValue[]): PSValue {
  const [message = null, file = null, line = null, lineText = null, terminating = null, result = null] = values;
  const target: [PSValue, PSValue][] = [
    ['Message', message],
    ['File', file],
    ['Line', line],
    ['LineText', lineText],
    ['Terminating', terminating],
  ];
  if (result !== null) target.push(['ShouldResult', result]);
  const type = genericType('System.Collections.Generic.Dictionary', [STRING, OBJECT]);
  return new ErrorRecordObject(
    new ExceptionObject(exceptionType('System.Exception'), text(message)),
    id,
    'InvalidResult',
    new PSDictionary(target, { typeNames: type?.typeNames ?? [] }),
  );
}
function defineFactory(): void {
  const make =
    (typeText: string): MemberBody =>
    (_self, ...args) =>
      construct(runtime(), resolveTypeText(typeText) ?? requireType(typeText), args);
  const dictionary = 'System.Collections.Generic.Dictionary[string,object]';
  const rest = 'string message, string file, string line, string lineText, bool terminating, [object shouldResult]';
  const AUTOMATION = 'System.Management.Automation';
  defineType(
    'Pester.Factory',
    { staticClass: true, abstract: true },
    {
      [`static ${AUTOMATION}.PSNoteProperty CreateNoteProperty(string name, object value)`]: make(
        `${AUTOMATION}.PSNoteProperty`,
      ),
      [`static ${AUTOMATION}.PSScriptMethod CreateScriptMethod(string name, scriptblock scriptBlock)`]: make(
        `${AUTOMATION}.PSScriptMethod`,
      ),
      [`static ${AUTOMATION}.RuntimeDefinedParameterDictionary CreateRuntimeDefinedParameterDictionary()`]: make(
        `${AUTOMATION}.RuntimeDefinedParameterDictionary`,
      ),
      [`static ${dictionary} CreateDictionary()`]: () =>
        construct(runtime(), resolveTypeText(dictionary) ?? OBJECT, [
          getStatic(runtime(), requireType('System.StringComparer'), 'OrdinalIgnoreCase') as PSValue,
        ]),
      [`static ${LIST}[object] CreateCollection()`]: make(`${LIST}[object]`),
      'static System.Text.StringBuilder CreateStringBuilder()': make('System.Text.StringBuilder'),
      'static System.IO.StringWriter CreateStringWriter()': make('System.IO.StringWriter'),
      [`static ${AUTOMATION}.ErrorRecord CreateShouldErrorRecord(${rest})`]: (_self, ...args) =>
        errorRecord('PesterAssertionFailed', args),
      [`static ${AUTOMATION}.ErrorRecord CreateErrorRecord(string errorId, ${rest})`]: (_self, id, ...args) =>
        errorRecord(text(id), args),
    },
  );
}

const OUTPUT_TYPES =
  'None=0,Default=1,Passed=2,Failed=4,Pending=8,Skipped=16,Inconclusive=32,Describe=64,Context=128,Summary=256,Header=512,Fails=1021,All=1023';

/** Declares the types; once is enough. */
export function loadPester(): void {
  if (findType('PesterConfiguration') !== undefined) return;
  defineType('Pester.OutputTypes', { kind: 'enum', flags: true, enumText: OUTPUT_TYPES });
  const converter = defineType('System.Management.Automation.PSTypeConverter', { abstract: true });
  defineType('PesterConfigurationDeserializer', { base: converter.fullName });
  defineResults();
  defineFactory();
  defineConfiguration(SECTIONS);
}
