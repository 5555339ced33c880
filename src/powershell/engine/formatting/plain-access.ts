import type { FormatAccess } from './access.js';
export declare const plainAccess: FormatAccess;
