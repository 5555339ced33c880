export { NetMatch, NetRegex, netRegex, prepareRegex, type Span } from './expression.js';
export { BETWEEN_ESCAPES, unescaped } from './escapes.js';
export { expandReplacement } from './replacement.js';
export { type NetGroup, type RegexOptions, RegexSyntaxError } from './syntax.js';
