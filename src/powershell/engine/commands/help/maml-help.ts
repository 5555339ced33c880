/**
 * Help files of modules (MAML, `<module>/en-US/<module>-help.xml`), read as what a comment would tell: by command, its
 * synopsis, texts of parameters, examples.
 * Source: the elements of such files as platyPS writes them and the real engine shows them.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { encodeUtf8 } from '../../../../protocol/bytes/index.js';
import { parseXml, type XmlElement } from '../../../../protocol/xml/index.js';
import type { CommentHelp } from '../../../lang/index.js';
import type { ExampleFacts, HelpLink, ParameterFacts } from './help-object.js';

/** What a file says of a parameter instead of its definition. */
type Told = Partial<Pick<ParameterFacts, 'position' | 'defaultValue' | 'pipeline' | 'required' | 'wildcards'>>;
export type MamlHelp = CommentHelp & {
  readonly exampleFacts: readonly ExampleFacts[];
  readonly mamlLinks: readonly HelpLink[];
  /** By name in upper case. */
  readonly told: ReadonlyMap<string, Told>;
};

const MAX_FILE_BYTES = 33_554_432;
const MAX_FILES_KEPT = 20;

interface KeptFile {
  readonly changed: number;
  readonly commands: ReadonlyMap<string, MamlHelp>;
}
/** The newest last. */
const kept = new Map<string, KeptFile>();

/**
 * The help of a command out of the first of the files that is there and has it.
 * @param names of files, looked for in the folders of the languages of `base`, and there itself; a whole path is that file.
 */
export async function mamlHelp(
  base: string,
  languages: readonly string[],
  names: readonly string[],
  command: string,
): Promise<MamlHelp | undefined> {
  const whole = names.filter((name) => path.isAbsolute(name));
  const found: string[] = [...whole];
  for (const folder of [...languages, ''].map((language) => path.join(base, language))) {
    // Names are not told apart by case, as on the systems that these files come from.
    const there = await readdir(folder).catch((): string[] => []);
    for (const name of names)
      found.push(
        ...there.filter((file) => file.toLowerCase() === name.toLowerCase()).map((file) => path.join(folder, file)),
      );
  }
  for (const file of found) {
    const help = (await commandsOf(file))?.get(command.toLowerCase());
    if (help !== undefined) return help;
  }
  return undefined;
}

async function commandsOf(file: string): Promise<ReadonlyMap<string, MamlHelp> | undefined> {
  try {
    const { mtimeMs, size } = await stat(file);
    const before = kept.get(file);
    if (before?.changed === mtimeMs) return before.commands;
    if (size > MAX_FILE_BYTES) return undefined;
    const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
    const commands = new Map(
      all(parseXml(encodeUtf8(text)), 'command').map((command) => [
        textOf(first(command, 'details'), 'name').toLowerCase(),
        helpOf(command),
      ]),
    );
    kept.set(file, { changed: mtimeMs, commands });
    for (const oldest of kept.keys()) if (kept.size > MAX_FILES_KEPT) kept.delete(oldest);
    return commands;
  } catch {
    return undefined; // a file that cannot be read tells nothing; the definition still does
  }
}

// Prefixes and namespaces differ between writers: names tell what is meant.
const all = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter(({ localName }) => localName === name) ?? [];
const first = (element: XmlElement | undefined, name: string): XmlElement | undefined => all(element, name)[0];
const textOf = (element: XmlElement | undefined, name: string): string => first(element, name)?.deepText.trim() ?? '';
/** Paragraphs, with an empty line between them. */
const parasOf = (element: XmlElement | undefined): string =>
  (element?.children ?? [])
    .map((child) => child.deepText.trim())
    .filter((text) => text !== '')
    .join('\n\n');
const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);

function toldOf(parameter: XmlElement): Told {
  const attribute = (name: string): string | undefined => parameter.attribute(name);
  const [position, pipeline, required, wildcards] = ['position', 'pipelineInput', 'required', 'globbing'].map(
    attribute,
  );
  return {
    ...(position === undefined ? {} : { position }),
    ...(pipeline === undefined ? {} : { pipeline }),
    ...(required === undefined ? {} : { required: required.toLowerCase() === 'true' }),
    ...(wildcards === undefined ? {} : { wildcards: wildcards.toLowerCase() === 'true' }),
    defaultValue: textOf(parameter, 'defaultValue'),
  };
}
function helpOf(command: XmlElement): MamlHelp {
  const types = (list: string, item: string): string[] =>
    all(first(command, list), item).flatMap((one) => {
      const text = [textOf(first(one, 'type'), 'name'), parasOf(first(one, 'description'))].filter(Boolean);
      return text.length === 0 ? [] : [text.join('\n')];
    });
  return {
    synopsis: orNothing(parasOf(first(first(command, 'details'), 'description'))),
    description: orNothing(parasOf(first(command, 'description'))),
    notes: orNothing(
      all(first(command, 'alertSet'), 'alert')
        .map((alert) => parasOf(alert) || alert.deepText.trim())
        .join('\n\n'),
    ),
    component: undefined,
    role: undefined,
    functionality: undefined,
    forwardHelpTargetName: undefined,
    forwardHelpCategory: undefined,
    remoteHelpRunspace: undefined,
    mamlHelpFile: undefined,
    parameters: new Map(
      all(first(command, 'parameters'), 'parameter').map((one) => [
        textOf(one, 'name').toUpperCase(),
        parasOf(first(one, 'description')),
      ]),
    ),
    told: new Map(
      all(first(command, 'parameters'), 'parameter').map((one) => [textOf(one, 'name').toUpperCase(), toldOf(one)]),
    ),
    examples: [],
    exampleFacts: all(first(command, 'examples'), 'example').map((one) => ({
      title: textOf(one, 'title'),
      introduction: parasOf(first(one, 'introduction')),
      code: first(one, 'code')?.deepText.replace(/\s+$/, '') ?? '',
      remarks: parasOf(first(one, 'remarks')),
    })),
    inputs: types('inputTypes', 'inputType'),
    outputs: types('returnValues', 'returnValue'),
    links: [],
    mamlLinks: all(first(command, 'relatedLinks'), 'navigationLink').flatMap((link) => {
      const uri = textOf(link, 'uri');
      const linkText = textOf(link, 'linkText');
      return uri || linkText ? [{ ...(linkText ? { linkText } : {}), ...(uri ? { uri } : {}) }] : [];
    }),
  };
}
