/** Export-Clixml, Import-Clixml, ConvertTo-CliXml and ConvertFrom-CliXml. */
import { pushOne } from '../../room.js';
import { writeFileSync } from 'node:fs';
import { decodeDocumentInPieces, encodeDocumentInPieces } from '../../../../protocol/clixml/index.js';
import { PSSessionError } from '../../../../protocol/errors/index.js';
import type { PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { LOOK, settle, type Steps, type Tick } from '../../pending.js';
import { indentedXml } from '../../text/xml-indent.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts, whole } from '../support/arguments.js';
import { defineCommand, flag, parameter, range } from '../support/command-spec.js';
import { decodeFileSteps, encodingParameter, UTF8 } from '../support/encoding.js';
import { fileOpened, fileExists, filesToRead, readTextSteps, fileToWrite, textEncoding } from '../support/files.js';
import { STORED_SECRETS } from '../../net/security.js';
import { rehydrated } from '../../runtime/rehydrate.js';
import { inputOf } from '../support/objects.js';

const UTILITY = 'Microsoft.PowerShell.Utility' as const;

/** Live values as plain data, `depth` levels of objects deep. */
function* plainData(context: EngineCommandContext, values: readonly PSValue[], depth: number): Steps<PSValue[]> {
  const { services } = context;
  const out: PSValue[] = [];
  for (const value of values) {
    const tick = context.tick();
    if (tick !== undefined) yield tick;
    out.push(services.toData === undefined ? value : yield* settle(services.toData(value, depth)));
  }
  return out;
}
function* read(context: EngineCommandContext, source: string): Steps<readonly PSValue[]> {
  try {
    const entries = yield* decodeDocumentInPieces(source, STORED_SECRETS, () => context.tick(LOOK));
    return entries.map((entry) => rehydrated(entry.value));
  } catch (error) {
    if (!(error instanceof PSSessionError)) throw error;
    return context.fail(error.message, {
      errorId: 'System.Xml.XmlException',
      category: 'NotSpecified',
      exceptionType: 'System.Xml.XmlException',
    });
  }
}

function* document(context: EngineCommandContext, values: readonly PSValue[], depth: number): Steps<string> {
  const tick: Tick = () => context.tick();
  const data = yield* plainData(context, values, depth);
  const bytes = yield* encodeDocumentInPieces(data, { depth, ...STORED_SECRETS }, () => context.tick(LOOK));
  return yield* indentedXml(yield* decodeFileSteps(bytes, UTF8, tick), tick);
}

export const exportClixml = defineCommand(
  'Export-Clixml',
  {
    module: UTILITY,
    defaultSet: 'ByPath',
    shouldProcess: true,
    synopsis: 'Creates an XML-based representation of an object or objects and stores it in a file.',
  },
  [
    parameter('Depth', 'Int32', '', { check: range(1, 2147483647) }),
    parameter('Path', 'String', 'ByPath: M 0'),
    parameter('LiteralPath', 'String', 'ByLiteralPath: M', { alias: 'PSPath LP' }),
    parameter('InputObject', 'PSObject', 'M V', { allow: 'Null' }),
    flag('Force'),
    flag('NoClobber', '', { alias: 'NoOverwrite' }),
    encodingParameter(),
  ],
  (context) => {
    const values: PSValue[] = [];
    return {
      process() {
        const input = inputOf(context);
        if (input !== undefined) pushOne(values, input);
      },
      *end(): Steps<void> {
        const given = text(context, 'LiteralPath') ?? text(context, 'Path') ?? '';
        const path = fileToWrite(context, given, context.isBound('LiteralPath'));
        if (!(yield* settle(context.shouldProcess(given)))) return;
        if (context.flag('NoClobber') && fileExists(path))
          context.fail(`The file '${path}' already exists.`, {
            errorId: 'NoClobber',
            category: 'ResourceExists',
            target: path,
            exceptionType: 'System.IO.IOException',
          });
        const depth = whole(context, 'Depth') ?? 2;
        const encoding = textEncoding(context);
        const xml = yield* document(context, values, depth);
        fileOpened(context, path, () => writeFileSync(path, Buffer.concat([encoding.bom, encoding.encode(xml)])));
      },
    };
  },
);
export const importClixml = defineCommand(
  'Import-Clixml',
  {
    module: UTILITY,
    defaultSet: 'ByPath',
    synopsis: 'Imports a CLIXML file and creates corresponding objects in PowerShell.',
  },
  [
    parameter('Path', 'String[]', 'ByPath: M 0 V P'),
    parameter('LiteralPath', 'String[]', 'ByLiteralPath: M P', { alias: 'PSPath LP' }),
    flag('IncludeTotalCount'),
    parameter('Skip', 'UInt64'),
    parameter('First', 'UInt64'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const literal = texts(context, 'LiteralPath');
      for (const path of filesToRead(context, literal ?? texts(context, 'Path') ?? [], literal !== undefined)) {
        const skip = whole(context, 'Skip') ?? 0;
        const first = whole(context, 'First');
        const values = yield* read(context, yield* readTextSteps(context, path));
        yield* settle(context.writeAll(values.slice(skip, first === undefined ? undefined : skip + first)));
      }
    },
  }),
);
export const convertToClixml = defineCommand(
  'ConvertTo-CliXml',
  {
    className: 'ConvertToClixmlCommand',
    module: UTILITY,
    output: 'System.String',
    synopsis: 'Converts an object to a CLIXML-formatted string.',
  },
  [parameter('InputObject', 'PSObject', 'M 0 V'), parameter('Depth', 'Int32', '', { check: range(1, 2147483647) })],
  (context) => {
    const values: PSValue[] = [];
    return {
      process() {
        const input = inputOf(context);
        if (input !== undefined) pushOne(values, input);
      },
      *end(): Steps<void> {
        const depth = whole(context, 'Depth') ?? 2;
        yield* settle(context.write(yield* document(context, values, depth)));
      },
    };
  },
);
export const convertFromClixml = defineCommand(
  'ConvertFrom-CliXml',
  {
    className: 'ConvertFromClixmlCommand',
    module: UTILITY,
    synopsis: 'Converts a CLIXML-formatted string to a custom object.',
  },
  [parameter('InputObject', 'String', 'M 0 V')],
  (context) => {
    const parts: string[] = [];
    return {
      process() {
        parts.push(text(context, 'InputObject') ?? '');
      },
      *end(): Steps<void> {
        yield* settle(context.writeAll(yield* read(context, parts.join('\n'))));
      },
    };
  },
);
export const CLIXML_COMMANDS: readonly CommandRegistration[] = [
  exportClixml,
  importClixml,
  convertToClixml,
  convertFromClixml,
];
