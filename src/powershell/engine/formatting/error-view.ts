export interface ErrorViewOptions {
  readonly width?: number;
  readonly view?: 'ConciseView' | 'NormalView' | 'CategoryView' | 'DetailedView';
  readonly color?: boolean;
}
import type { PSErrorRecord } from '../../../protocol/objects/index.js';
/** Text of an error as the host shows it; no line end at its end. */
export declare function formatErrorRecord(record: PSErrorRecord, options?: ErrorViewOptions): string;
