/** `.types.ps1xml`: members that a file gives to types. about_Types.ps1xml */
import { encodeUtf8 } from '../../../../protocol/bytes/index.js';
import { parseXml, type XmlElement } from '../../../../protocol/xml/index.js';
import type { ScriptBlock } from '../../values/script-block.js';
import type { MemberDefinition } from '../engine-services.js';

export interface FileType {
  readonly name: string;
  readonly members: readonly MemberDefinition[];
  readonly display: readonly string[] | undefined;
}
const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find(({ localName }) => localName === name);
const textOf = (element: XmlElement | undefined, name: string): string | undefined =>
  child(element, name)?.deepText.trim();

/**
 * @param parse makes a block of a script's text.
 * @throws {PSSessionError} text that is no XML. @throws {PSError} a script in it that does not parse.
 */
export function readTypesFile(text: string, parse: (script: string) => ScriptBlock): FileType[] {
  const root = parseXml(encodeUtf8(text));
  return root.children
    .filter(({ localName }) => localName === 'Type')
    .map((type): FileType => {
      const members: MemberDefinition[] = [];
      let display: readonly string[] | undefined;
      for (const member of child(type, 'Members')?.children ?? []) {
        const name = textOf(member, 'Name') ?? '';
        const script = (part: string): ScriptBlock | undefined => {
          const found = textOf(member, part);
          return found === undefined ? undefined : parse(found);
        };
        switch (member.localName) {
          case 'NoteProperty':
            members.push({ kind: 'NoteProperty', name, value: textOf(member, 'Value') ?? null });
            break;
          case 'AliasProperty': {
            const type = textOf(member, 'TypeName');
            members.push({
              kind: 'AliasProperty',
              name,
              target: textOf(member, 'ReferencedMemberName') ?? '',
              ...(type === undefined ? {} : { type }),
            });
            break;
          }
          case 'ScriptProperty': {
            const set = script('SetScriptBlock');
            members.push({
              kind: 'ScriptProperty',
              name,
              get: script('GetScriptBlock') ?? null,
              ...(set === undefined ? {} : { set }),
            });
            break;
          }
          case 'ScriptMethod':
            members.push({ kind: 'ScriptMethod', name, block: script('Script') ?? null });
            break;
          case 'PropertySet':
            members.push({ kind: 'PropertySet', name, properties: namesOf(child(member, 'ReferencedProperties')) });
            break;
          case 'MemberSet':
            for (const set of child(member, 'Members')?.children ?? [])
              if (set.localName === 'PropertySet' && textOf(set, 'Name') === 'DefaultDisplayPropertySet')
                display = namesOf(child(set, 'ReferencedProperties'));
            break;
          default:
        }
      }
      return { name: textOf(type, 'Name') ?? '', members, display };
    });
}
const namesOf = (element: XmlElement | undefined): string[] =>
  (element?.children ?? []).filter(({ localName }) => localName === 'Name').map(({ deepText }) => deepText.trim());
