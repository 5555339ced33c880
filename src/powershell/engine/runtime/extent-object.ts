/** A piece of a script's text as scripts see it: IScriptExtent of System.Management.Automation.Language. */
import { PSObject, PropertyBag, type PSValue } from '../../../protocol/objects/index.js';
import type { Extent } from '../../lang/index.js';

const NAMESPACE = 'System.Management.Automation.Language.';
export const positionObject = (extent: Extent, offset: number, line: number, column: number): PSObject =>
  new PSObject({
    typeNames: [`${NAMESPACE}InternalScriptPosition`, 'System.Object'],
    adapted: PropertyBag.of({
      File: extent.file ?? null,
      LineNumber: line,
      ColumnNumber: column,
      Line: extent.source.wholeLine(line),
      Offset: offset,
    }),
  });
export function extentObject(extent: Extent): PSObject {
  const position = (offset: number, line: number, column: number): PSObject =>
    positionObject(extent, offset, line, column);
  const { startOffset, endOffset, startLineNumber, startColumnNumber, endLineNumber, endColumnNumber } = extent;
  return new PSObject({
    typeNames: [`${NAMESPACE}InternalScriptExtent`, 'System.Object'],
    toStringText: extent.text,
    adapted: PropertyBag.of({
      File: extent.file ?? null,
      StartScriptPosition: position(startOffset, startLineNumber, startColumnNumber),
      EndScriptPosition: position(endOffset, endLineNumber, endColumnNumber),
      StartLineNumber: startLineNumber,
      StartColumnNumber: startColumnNumber,
      EndLineNumber: endLineNumber,
      EndColumnNumber: endColumnNumber,
      Text: extent.text,
      StartOffset: startOffset,
      EndOffset: endOffset,
    }),
  });
}

const positions = new WeakMap<PSObject, Extent>();
/** Keeps where the call of an InvocationInfo stands: its `ScriptPosition`, which only reflection shows. */
export function withPosition(invocation: PSObject, extent: Extent | undefined): PSObject {
  if (extent !== undefined) positions.set(invocation, extent);
  return invocation;
}
export function scriptPosition(invocation: PSValue): PSValue {
  const extent = invocation instanceof PSObject ? positions.get(invocation) : undefined;
  return extent === undefined ? null : extentObject(extent);
}
