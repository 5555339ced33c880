/** Tokens as scripts see them: each an instance of the class that says more than a token's text and kind. */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { Token, VariablePath } from '../../lang/index.js';
import { constantValue } from '../compile/expressions.js';
import { convertTo } from '../conversion.js';
import { extentObject } from '../runtime/extent-object.js';
import { readOnly } from '../runtime/parameter-metadata.js';
import { NetObject, unwrap } from '../values/live.js';
import { defineType, type MemberBody, type NetType } from '../values/net-type.js';
import { requireType } from './support.js';

const NAMESPACE = 'System.Management.Automation.Language.';
const named = (name: string): NetType => requireType(NAMESPACE + name);
/** A value of one of the enumerations of the language. */
export const languageEnum = (type: string, value: string | number): PSValue => convertTo(value, named(type));

// ------------------------------------------------------------- names of variables

const pathOf = (self: PSValue): VariablePath => (unwrap(self) as NetObject<VariablePath>).data;
const PATH_FLAGS =
  'IsGlobal IsLocal IsPrivate IsScript IsUnqualified IsUnscopedVariable IsVariable IsDriveQualified'.split(' ');
const fieldOf = (path: VariablePath, name: string): boolean =>
  path[`${name.charAt(0).toLowerCase()}${name.slice(1)}` as 'isGlobal'];
const VARIABLE_PATH = defineType(
  'System.Management.Automation.VariablePath',
  {},
  {
    'string UserPath': (self) => pathOf(self).userPath,
    ...Object.fromEntries(PATH_FLAGS.map((name) => [`bool ${name}`, (self: PSValue) => fieldOf(pathOf(self), name)])),
    'string DriveName': (self) => pathOf(self).driveName ?? null,
    'string ToString()': (self) => pathOf(self).userPath,
  },
);
export const variablePathObject = (path: VariablePath): PSValue => new NetObject(VARIABLE_PATH, path);

// ------------------------------------------------------------- tokens

const own = (self: PSValue): Token => (unwrap(self) as NetObject<Token>).data;
const data = <T extends NonNullable<Token['data']>['type']>(
  self: PSValue,
  type: T,
): Extract<NonNullable<Token['data']>, { type: T }> => {
  const found = own(self).data;
  if (found?.type !== type) throw new Error(`a token without ${type}`);
  return found as Extract<NonNullable<Token['data']>, { type: T }>;
};
const STREAM = `${NAMESPACE}RedirectionStream`;
defineType(STREAM, {
  kind: 'enum',
  enumValues: { All: 0, Output: 1, Error: 2, Warning: 3, Verbose: 4, Debug: 5, Information: 6 },
});
const TOKEN = defineType(
  `${NAMESPACE}Token`,
  {},
  {
    'string Text': (self) => own(self).text,
    'System.Management.Automation.Language.TokenFlags TokenFlags': (self) =>
      languageEnum('TokenFlags', own(self).flags),
    'System.Management.Automation.Language.TokenKind Kind': (self) => languageEnum('TokenKind', own(self).kind),
    'bool HasError': (self) => own(self).hasError,
    'System.Management.Automation.Language.IScriptExtent Extent': (self) => extentObject(own(self).extent),
    'string ToString()': (self) => (own(self).kind === 'EndOfInput' ? '<eof>' : own(self).text),
  },
);
const kindOfToken = (name: string, members: Readonly<Record<string, MemberBody>>, base = 'Token'): NetType =>
  defineType(NAMESPACE + name, { base: NAMESPACE + base }, members);
const NUMBER = kindOfToken('NumberToken', {
  'System.Object Value': (self) => constantValue(data(self, 'number').number),
});
const PARAMETER = kindOfToken('ParameterToken', {
  'string ParameterName': (self) => own(self).value,
  'bool UsedColon': (self) => own(self).usedColon,
});
const VARIABLE = kindOfToken('VariableToken', {
  'string Name': (self) => data(self, 'variable').path.unqualifiedPath,
  'System.Management.Automation.VariablePath VariablePath': (self) => variablePathObject(data(self, 'variable').path),
});
const LABEL = kindOfToken('LabelToken', { 'string LabelText': (self) => own(self).value });
kindOfToken('StringToken', { 'string Value': (self) => own(self).value });
const LITERAL = kindOfToken('StringLiteralToken', {}, 'StringToken');
const EXPANDABLE = kindOfToken(
  'StringExpandableToken',
  {
    'System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.Token] NestedTokens': (
      self,
    ) => {
      const found = own(self).data;
      const nested = found?.type === 'expandable' ? found.nestedTokens : [];
      return nested.length === 0 ? null : readOnly(TOKEN, nested.map(tokenObject));
    },
  },
  'StringToken',
);
kindOfToken('RedirectionToken', {});
const MERGING = kindOfToken(
  'MergingRedirectionToken',
  {
    [`${STREAM} FromStream`]: (self) => languageEnum('RedirectionStream', data(self, 'merging').from),
    [`${STREAM} ToStream`]: (self) => languageEnum('RedirectionStream', data(self, 'merging').to),
  },
  'RedirectionToken',
);
const TO_FILE = kindOfToken(
  'FileRedirectionToken',
  {
    [`${STREAM} FromStream`]: (self) => languageEnum('RedirectionStream', data(self, 'file').from),
    'bool Append': (self) => data(self, 'file').append,
  },
  'RedirectionToken',
);

const BY_DATA: Readonly<Record<NonNullable<Token['data']>['type'], NetType>> = {
  number: NUMBER,
  variable: VARIABLE,
  expandable: EXPANDABLE,
  merging: MERGING,
  file: TO_FILE,
  unscanned: TOKEN,
};
function classByKind(token: Token): NetType {
  switch (token.kind) {
    case 'Parameter':
      return PARAMETER;
    case 'Label':
      return LABEL;
    case 'StringLiteral':
    case 'HereStringLiteral':
      return LITERAL;
    case 'StringExpandable':
    case 'HereStringExpandable':
      return EXPANDABLE;
    case 'Generic':
      // A keyword that turned out to be a word has no value of its own.
      return token.value === '' ? TOKEN : LITERAL;
    default:
      return TOKEN;
  }
}
export const tokenObject = (token: Token): NetObject<Token> =>
  new NetObject(token.data === undefined ? classByKind(token) : BY_DATA[token.data.type], token);
