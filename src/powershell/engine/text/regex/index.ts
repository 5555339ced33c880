export { NetMatch, NetRegex, netRegex, prepareRegex, type Span } from './expression.js';
export { unescaped } from './escapes.js';
export { expandReplacement } from './replacement.js';
export { type NetGroup, type RegexOptions, RegexSyntaxError } from './syntax.js';
