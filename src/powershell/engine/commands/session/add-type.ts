/**
 * Add-Type: assemblies that are part of this engine are there already, those of well-known modules have stand-ins; a C#
 * source that declares enumerations and classes of data is read; what needs a compiler is refused by name.
 */
import { readFileSync } from 'node:fs';
import { frameworkAssembly } from '../../net/framework-assemblies.js';
import { loadStandIn } from '../../net/stand-ins/index.js';
import { settle, type Steps } from '../../pending.js';
import { declareTypes } from '../../net/source-types.js';
import { text, texts } from '../support/arguments.js';
import type { EngineCommandContext } from '../engine-services.js';
import { typeObject } from '../../values/live.js';
import type { NetType } from '../../values/net-type.js';
import { existingFiles, targetFile } from '../support/files.js';
import { defineCommand, flag, parameter, NOT_EMPTY, NOT_NULL } from '../support/command-spec.js';
import { ASSEMBLY_TYPES, enumParameter, LANGUAGES } from '../support/enums.js';

const SOURCE = 'FromSource,FromMember: ';
const COMPILED = 'FromSource,FromMember,FromPath,FromLiteralPath: ';

/** Whether every one of the files is an assembly whose types this engine provides itself. */
function loaded(context: EngineCommandContext, literal: boolean): boolean {
  const files = existingFiles(context, texts(context, literal ? 'LiteralPath' : 'Path') ?? [], literal);
  return files.length > 0 && files.every((file) => loadStandIn(file, readFileSync(file)));
}

/** Declarations that hold data alone need no compiler. @returns undefined: there is more in the source. */
function* declared(context: EngineCommandContext): Steps<readonly NetType[] | undefined> {
  const made = declareTypes(text(context, 'TypeDefinition') ?? '');
  if (made === undefined || 'types' in made) return made?.types;
  for (const name of made.taken)
    yield* settle(
      context.writeError(`Cannot add type. The type name '${name}' already exists.`, {
        errorId: 'TYPE_ALREADY_EXISTS',
        category: 'InvalidOperation',
        target: name,
        exceptionType: 'System.Exception',
      }),
    );
  return context.fail('Cannot add type. Compilation errors occurred.', {
    errorId: 'COMPILER_ERRORS',
    category: 'InvalidData',
    exceptionType: 'System.InvalidOperationException',
  });
}

export const addType = defineCommand(
  'Add-Type',
  {
    module: 'Microsoft.PowerShell.Utility',
    defaultSet: 'FromSource',
    output: 'System.Type',
    synopsis: 'Adds a Microsoft .NET class to a PowerShell session.',
  },
  [
    parameter('TypeDefinition', 'String', 'FromSource: M 0', { attributes: 'ValidateTrustedData' }),
    parameter('Name', 'String', 'FromMember: M 0', { attributes: 'ValidateTrustedData' }),
    parameter('MemberDefinition', 'String[]', 'FromMember: M 1'),
    parameter('Namespace', 'String', 'FromMember: ', { alias: 'NS', allow: 'Null' }),
    parameter('UsingNamespace', 'String[]', 'FromMember: ', { alias: 'Using', check: NOT_NULL }),
    parameter('Path', 'String[]', 'FromPath: M 0', { attributes: 'ValidateTrustedData' }),
    parameter('LiteralPath', 'String[]', 'FromLiteralPath: M', {
      alias: 'PSPath LP',
      attributes: 'ValidateTrustedData',
    }),
    parameter('AssemblyName', 'String[]', 'FromAssemblyName: M', { alias: 'AN', attributes: 'ValidateTrustedData' }),
    enumParameter('Language', LANGUAGES, SOURCE),
    parameter('ReferencedAssemblies', 'String[]', COMPILED, { alias: 'RA' }),
    parameter('OutputAssembly', 'String', COMPILED, { alias: 'OA' }),
    enumParameter('OutputType', ASSEMBLY_TYPES, COMPILED, { alias: 'OT' }),
    flag('PassThru'),
    flag('IgnoreWarnings', COMPILED),
    parameter('CompilerOptions', 'String[]', COMPILED, { check: NOT_EMPTY }),
  ],
  (context) => ({
    *end(): Steps<void> {
      if (context.services.languageMode !== 'FullLanguage')
        context.fail('Cannot add type. Definition of new types is not supported in this language mode.', {
          errorId: 'CannotDefineNewType',
          category: 'PermissionDenied',
          exceptionType: 'System.Management.Automation.PSNotSupportedException',
        });
      const what = context.parameterSetName;
      const byPath = what === 'FromPath' || what === 'FromLiteralPath';
      if (byPath && loaded(context, what === 'FromLiteralPath')) return;
      const types = what === 'FromSource' ? yield* declared(context) : undefined;
      if (types !== undefined) {
        if (context.flag('PassThru')) yield* settle(context.writeAll(types.map(typeObject)));
        return;
      }
      if (what !== 'FromAssemblyName')
        context.fail(
          byPath
            ? 'Add-Type cannot load assemblies or compile source files: this engine runs without .NET. Run the script in a PowerShell session (New-PSSession) and use its results, or write the type as a PowerShell class.'
            : 'Add-Type cannot compile: this engine runs without .NET, and reads only enumerations and classes of fields and automatic properties. Write the type as a PowerShell class, or run the script in a PowerShell session (New-PSSession).',
          { errorId: 'NotSupported', category: 'NotImplemented', exceptionType: 'System.NotSupportedException' },
        );
      for (const name of texts(context, 'AssemblyName') ?? []) {
        if (frameworkAssembly(name.replace(/,.*$/s, '').trim()) !== undefined) continue;
        const file = targetFile(context, `${name}.dll`);
        context.fail(`Cannot find path '${file}' because it does not exist.`, {
          errorId: 'PathNotFound',
          category: 'ObjectNotFound',
          target: file,
          exceptionType: 'System.Management.Automation.ItemNotFoundException',
        });
      }
    },
  }),
);
