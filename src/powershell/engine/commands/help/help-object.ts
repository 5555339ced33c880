/**
 * Help as objects, in the shape of PowerShell's help files (MAML): scripts read `(Get-Help x).examples.example[0].code`.
 * Each part shows itself as the text of its section.
 */
import { toText } from '../../conversion.js';
import { showAs } from '../../formatting/data/help-views.js';
import { uriParts } from '../../net/identity.js';
import { PropertyBag, PSObject, type PSValue } from '../../../../protocol/objects/index.js';

/** The name of a command or other words, and an address. */
export interface HelpLink {
  readonly linkText?: string;
  readonly uri?: string;
}

export interface ParameterFacts {
  readonly name: string;
  /** As the syntax writes it: `String`. */
  readonly type: string;
  readonly isSwitch: boolean;
  readonly text: string;
  readonly defaultValue: string;
  readonly required: boolean;
  /** `named` or a number. */
  readonly position: string;
  /** `false`, `true (ByValue)`. */
  readonly pipeline: string;
  readonly wildcards: boolean;
  /** Of an enumeration: its names, which stand for its type. */
  readonly choices: readonly string[];
  readonly aliases: readonly string[];
  readonly sets: string;
  /** What `Get-Help -Parameter` shows. */
  readonly shown: string;
}
export interface ExampleFacts {
  readonly title: string;
  readonly introduction: string;
  readonly code: string;
  readonly remarks: string;
}
export interface HelpFacts {
  readonly name: string;
  readonly category: string;
  readonly module: string;
  readonly synopsis: string;
  readonly description: string | undefined;
  readonly component: string;
  readonly role: string;
  readonly functionality: string;
  /** By parameter set: what it takes, and its line. */
  readonly syntax: readonly { readonly line: string; readonly parameters: readonly ParameterFacts[] }[];
  readonly parameters: readonly ParameterFacts[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly notes: string | undefined;
  readonly examples: readonly ExampleFacts[];
  readonly links: readonly HelpLink[];
  /** What Get-Help shows of it, at the depth that was asked for. */
  readonly shown: string;
  /** `FullView`, `DetailedView`, `ExamplesView`. */
  readonly view: string | undefined;
  /** No help but what the definition tells: an object of another type, with the same parts. */
  readonly bare: boolean;
}

const FILE_TYPE = 'MamlCommandHelpInfo';
const NAMESPACES = {
  'xmlns:maml': 'http://schemas.microsoft.com/maml/2004/10',
  'xmlns:command': 'http://schemas.microsoft.com/maml/dev/command/2004/10',
  'xmlns:dev': 'http://schemas.microsoft.com/maml/dev/2004/10',
};

/** `Online https://…`: its words and its address. */
export function linkParts(link: string): HelpLink {
  const [, words = '', uri = ''] = /^(?:(.*?)\s+)?(https?:\S+)$/i.exec(link) ?? [undefined, link];
  return { ...(words === '' ? {} : { linkText: words }), ...(uri === '' ? {} : { uri }) };
}
/**
 * What a comment names is an address or words. Where nothing is an address as it stands, the first is one too if it
 * becomes one by being escaped.
 */
export function commentLinks(links: readonly string[]): readonly HelpLink[] {
  const made = links.map((link) => (isAddress(link) ? { uri: link } : { linkText: link }));
  const [first] = links;
  return first !== undefined && addressOf(made) === undefined && uriParts(first) !== undefined
    ? [{ uri: first }, ...made]
    : made;
}
const isAddress = (link: string): boolean =>
  uriParts(link) !== undefined && !/[\s"<>\\^`{|}]|^\/|^[a-z]:\//i.test(link);
export const linkLine = ({ linkText, uri = '' }: HelpLink): string =>
  linkText === undefined ? uri : `${linkText} ${uri}`;
/** The address of the page on the web, if the help names one. */
export const addressOf = (links: readonly HelpLink[]): string | undefined =>
  links.map(({ uri }) => uri).find((uri) => uri !== undefined);

type Properties = Readonly<Record<string, PSValue>>;
/** `@{name=a; position=1}`, as all objects that are made of properties alone. */
const bagText = (properties: Properties): string =>
  `@{${Object.entries(properties)
    .map(
      ([name, value]) => `${name}=${Array.isArray(value) ? 'System.Management.Automation.PSObject[]' : toText(value)}`,
    )
    .join('; ')}}`;
const bag = (typeNames: readonly string[], properties: Properties): PSObject =>
  new PSObject({
    typeNames: [...typeNames],
    toStringText: bagText(properties),
    extended: PropertyBag.of({ ...properties }),
  });
const part = (name: string, properties: Properties, shown: string): PSObject =>
  showAs(bag([`${FILE_TYPE}#${name}`], properties), shown);
const paragraph = (text: string): PSObject => showAs(bag(['MamlParaTextItem', 'MamlTextItem'], { Text: text }), text);
const plain = (properties: Properties): PSObject =>
  bag(['System.Management.Automation.PSCustomObject', 'System.Object'], properties);
/** The whole: its text is what is shown of it, so that it can be read at the other end of a session too. */
const whole = (typeNames: readonly string[], properties: Properties, shown: string): PSObject =>
  new PSObject({ typeNames: [...typeNames], toStringText: shown, extended: PropertyBag.of({ ...properties }) });
/** One is that one, as in objects that are made of XML. */
const several = (items: readonly PSValue[]): PSValue => (items.length === 1 ? (items[0] ?? null) : [...items]);

function valueOf(facts: ParameterFacts, inSyntax: boolean): Properties {
  if (facts.choices.length > 0) return { parameterValueGroup: plain({ parameterValue: several(facts.choices) }) };
  if (inSyntax && facts.isSwitch) return {};
  return { parameterValue: facts.isSwitch ? 'SwitchParameter' : facts.type };
}
function parameterOf(facts: ParameterFacts, inSyntax: boolean, bare: boolean): PSObject {
  const type = plain({ name: facts.isSwitch && !bare ? 'SwitchParameter' : facts.type });
  if (bare)
    return part(
      'parameter',
      {
        name: facts.name,
        required: String(facts.required),
        pipelineInput: facts.pipeline,
        isDynamic: 'false',
        globbing: String(facts.wildcards),
        parameterSetName: facts.sets,
        ...(facts.isSwitch ? {} : { parameterValue: facts.type, type }),
        position: facts.position,
        aliases: facts.aliases.length === 0 ? 'None' : facts.aliases.join(', '),
      },
      facts.shown,
    );
  return part(
    'parameter',
    {
      name: facts.name,
      ...(inSyntax ? {} : { type }),
      ...valueOf(facts, inSyntax),
      ...(facts.text === '' ? {} : { description: [paragraph(facts.text)] }),
      ...(inSyntax ? {} : { defaultValue: facts.defaultValue }),
      required: String(facts.required),
      globbing: String(facts.wildcards),
      pipelineInput: facts.pipeline,
      position: facts.position,
      ...(facts.aliases.length === 0 ? {} : { aliases: facts.aliases.join(', ') }),
    },
    facts.shown,
  );
}

function examplesOf(examples: readonly ExampleFacts[]): PSObject {
  const shown = examples.map(
    ({ title, introduction, code, remarks }) => `${title}\n\n${introduction}${code}\n\n${remarks}`,
  );
  const items = examples.map(({ title, introduction, code, remarks }, index) => {
    const lines = [...(remarks === '' ? [] : [remarks]), '', '', '', ''];
    return part(
      'example',
      {
        title,
        // Always five paragraphs: the text, and blank ones that make room below it.
        remarks: [...lines, ...(remarks === '' ? [''] : [])].map(paragraph),
        code,
        introduction: [paragraph(introduction)],
      },
      shown[index] ?? '',
    );
  });
  return part('examples', { example: several(items) }, shown.join('\n\n'));
}

/** The one that is shown by `Get-Help -Parameter`. */
export const parameterObject = (facts: ParameterFacts, bare: boolean): PSObject => parameterOf(facts, false, bare);

export function helpObject(help: HelpFacts): PSObject {
  const { bare } = help;
  const lines = help.syntax.map(({ line }) => line);
  const syntax = part(
    'syntax',
    {
      syntaxItem: several(
        help.syntax.map(({ line, parameters }) =>
          part(
            'syntaxItem',
            { name: help.name, parameter: several(parameters.map((one) => parameterOf(one, true, bare))) },
            line,
          ),
        ),
      ),
    },
    lines.map((line) => `${line}\n\n`).join(''),
  );
  const parameters = part(
    'parameters',
    { parameter: several(help.parameters.map((one) => parameterOf(one, false, bare))) },
    help.parameters.map(({ shown }) => shown).join('\n'),
  );
  const typed = (name: string, inner: string, values: readonly string[]): Properties =>
    values.length === 0
      ? {}
      : {
          [name]: part(
            name,
            { [inner]: several(values.map((value) => plain({ type: plain({ name: value }) }))) },
            values.join('\n'),
          ),
        };
  const names: Properties = {
    Name: help.name,
    Category: help.category,
    Synopsis: help.synopsis,
    Component: help.component,
    Role: help.role,
    Functionality: help.functionality,
    ModuleName: help.module,
  };
  const [verb = '', noun = ''] = help.name.includes('-') ? help.name.split('-', 2) : [];
  const types = bare ? ['ExtendedCmdletHelpInfo', 'CmdletHelpInfo', 'HelpInfo'] : [FILE_TYPE, 'HelpInfo'];
  const typeNames =
    help.view === undefined ? types : [`${types[0] ?? ''}#${help.view}`, `HelpInfo#${help.view}`, ...types];
  if (bare)
    return whole(
      typeNames,
      {
        CommonParameters: help.syntax.some(({ line }) => line.includes('[<CommonParameters>]')),
        details: part('details', { name: help.name, noun, verb }, help.name),
        Syntax: syntax,
        parameters,
        inputTypes: typed('inputTypes', 'inputType', help.inputs)['inputTypes'] ?? null,
        returnValues: typed('returnValues', 'returnValue', help.outputs)['returnValues'] ?? null,
        alertSet: null,
        description: null,
        examples: null,
        ...NAMESPACES,
        ...names,
      },
      help.shown,
    );
  return whole(
    typeNames,
    {
      ...typed('returnValues', 'returnValue', help.outputs),
      syntax,
      details: part(
        'details',
        { name: help.name, description: help.synopsis === '' ? [] : [paragraph(help.synopsis)] },
        `${help.name}\n${help.synopsis}`,
      ),
      parameters,
      ...(help.notes === undefined
        ? {}
        : { alertSet: part('alertSet', { alert: [paragraph(help.notes)] }, help.notes) }),
      ...(help.links.length === 0
        ? {}
        : {
            relatedLinks: part(
              'relatedLinks',
              {
                navigationLink: several(help.links.map((link) => plain({ ...link }))),
              },
              help.links.map((link) => linkLine(link).trimEnd()).join('\n'),
            ),
          }),
      ...(help.examples.length === 0 ? {} : { examples: examplesOf(help.examples) }),
      ...(help.description === undefined ? {} : { description: [paragraph(help.description)] }),
      ...typed('inputTypes', 'inputType', help.inputs),
      ...NAMESPACES,
      ...names,
    },
    help.shown,
  );
}
