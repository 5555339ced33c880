/** Get-Member. */
import { PropertyBag, PSObject } from '../../../../protocol/objects/index.js';
import { mergeSort } from '../../merge-sort.js';
import { settle } from '../../pending.js';
import { wildcardRegex } from '../../text/wildcard.js';
import { EnumValue, TypeObject } from '../../values/live.js';
import { typeNamesOf } from '../../values/types.js';
import { texts } from '../support/arguments.js';
import { defineCommand, flag, parameter, NOT_EMPTY } from '../support/command-spec.js';
import { enumMember, enumParameter, MEMBER_TYPES, MEMBER_VIEWS } from '../support/enums.js';
import type { MemberDescription } from '../engine-services.js';
import { inputOf } from '../support/objects.js';

const TYPE = ['Microsoft.PowerShell.Commands.MemberDefinition', 'System.Object'];
const EXTENDED = new Set([
  'AliasProperty',
  'NoteProperty',
  'ScriptProperty',
  'ScriptMethod',
  'CodeProperty',
  'CodeMethod',
  'PropertySet',
  'MemberSet',
]);

export const getMember = defineCommand(
  'Get-Member',
  {
    alias: 'gm',
    module: 'Microsoft.PowerShell.Utility',
    output: 'Microsoft.PowerShell.Commands.MemberDefinition',
    synopsis: 'Gets the properties and methods of objects.',
  },
  [
    parameter('InputObject', 'PSObject', 'V'),
    parameter('Name', 'String[]', '0', { check: NOT_EMPTY }),
    enumParameter('MemberType', MEMBER_TYPES, '', { alias: 'Type' }),
    enumParameter('View', MEMBER_VIEWS),
    flag('Static'),
    flag('Force'),
  ],
  (context) => {
    const seen = new Set<string>();
    const patterns = (texts(context, 'Name') ?? ['*']).map((pattern) => wildcardRegex(pattern));
    const wanted = context.arg('MemberType');
    const mask = wanted instanceof EnumValue ? wanted.value : 16383n;
    const view = context.arg('View');
    const views = view instanceof EnumValue ? view.value : 3n;
    /** Members come in the order of the names that were asked for. */
    const rank = (name: string): number => patterns.findIndex((pattern) => pattern.test(name));
    const isWanted = ({ name, kind, hidden }: MemberDescription): boolean => {
      if (rank(name) < 0) return false;
      if ((enumMember(MEMBER_TYPES, kind).value & mask) === 0n) return false;
      if (views === 1n && !EXTENDED.has(kind)) return false;
      if ((views & 1n) === 0n && EXTENDED.has(kind)) return false;
      return context.flag('Force') || (hidden !== true && !/^(?:get|set|add|remove|op)_/.test(name));
    };
    let any = false;
    return {
      *process() {
        const input = inputOf(context);
        if (input === undefined || input === null) return;
        any = true;
        const statics = context.flag('Static');
        const shown = statics && input instanceof TypeObject ? input.type.fullName : (typeNamesOf(input)[0] ?? '');
        const typeName = statics && input instanceof TypeObject ? `TypeData:${shown}` : shown;
        if (seen.has(typeName)) return;
        seen.add(typeName);
        const members: { readonly member: MemberDescription; readonly rank: number; readonly key: string }[] = [];
        for (const member of context.services.members.describe(input, statics)) {
          if (isWanted(member))
            members.push({ member, rank: rank(member.name), key: `${member.kind} ${member.name.toLowerCase()}` });
          const tick = context.tick();
          if (tick !== undefined) yield tick;
        }
        const sorted = yield* mergeSort(
          () => context.tick(),
          members,
          (a, b) => a.rank - b.rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
        );
        for (const {
          member: { name, kind, definition },
        } of sorted)
          yield* settle(
            context.write(
              new PSObject({
                typeNames: TYPE,
                toStringText: definition,
                adapted: PropertyBag.of({
                  TypeName: shown,
                  Name: name,
                  MemberType: enumMember(MEMBER_TYPES, kind),
                  Definition: definition,
                }),
              }),
            ),
          );
      },
      *end() {
        if (!any)
          yield* settle(
            context.writeError('You must specify an object for the Get-Member cmdlet.', {
              errorId: 'NoObjectInGetMember',
              category: 'CloseError',
              exceptionType: 'System.InvalidOperationException',
            }),
          );
      },
    };
  },
);
