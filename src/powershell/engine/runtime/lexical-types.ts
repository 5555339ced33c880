/**
 * What a name of a type means by where it is written: the types of its own text come first, those of the nearest block
 * before those further out, and the namespaces that the text says it uses.
 */
import {
  type Extent,
  findAll,
  type ScriptBlockAst,
  type SourceText,
  type TypeDefinitionAst,
  type TypeName,
} from '../../lang/index.js';
import type { NetType } from '../values/net-type.js';
import { wholeTrees } from '../values/script-block.js';
import type { Runtime } from './runtime.js';
import { ONLY_SYSTEM } from './scope.js';

interface Written {
  readonly namespaces: readonly string[];
  /** By name in lower case, those of inner blocks first. */
  readonly types: ReadonlyMap<string, readonly { readonly ast: TypeDefinitionAst; readonly block: Extent }[]>;
}
const NOTHING: Written = { namespaces: ONLY_SYSTEM, types: new Map() };
const known = new WeakMap<SourceText, Written>();

export function writtenIn(source: SourceText): Written {
  const before = known.get(source);
  if (before !== undefined) return before;
  const tree = wholeTrees.get(source);
  if (tree === undefined) return NOTHING;
  const written = /\b(?:class|enum|using)\b/i.test(source.text) ? lookThrough(tree) : NOTHING;
  known.set(source, written);
  return written;
}
function lookThrough(tree: ScriptBlockAst): Written {
  const blocks: Extent[] = [];
  const types = new Map<string, { readonly ast: TypeDefinitionAst; readonly block: Extent }[]>();
  const namespaces = [...ONLY_SYSTEM];
  const holds = ({ startOffset, endOffset }: Extent, inner: Extent): boolean =>
    startOffset <= inner.startOffset && inner.endOffset <= endOffset;
  // Blocks come before what is in them, so that the last one that holds a definition is the nearest.
  findAll(tree, (ast) => {
    if (ast.kind === 'ScriptBlockAst') blocks.push(ast.extent);
    else if (ast.kind === 'UsingStatementAst') {
      if (ast.usingStatementKind === 'Namespace' && ast.name !== undefined) namespaces.push(ast.name.value);
    } else if (ast.kind === 'TypeDefinitionAst') {
      const block = blocks.findLast((extent) => holds(extent, ast.extent)) ?? tree.extent;
      const key = ast.name.toLowerCase();
      types.set(key, [{ ast, block }, ...(types.get(key) ?? [])]);
    }
    return false;
  });
  return { namespaces, types };
}

/** The type that the text itself defines under a name, where the block around that has run. */
export function typeBeside(rt: Runtime, { name, extent }: TypeName): NetType | undefined {
  const found = writtenIn(extent.source).types.get(name.toLowerCase());
  const near = found?.find(
    ({ block }) => block.startOffset <= extent.startOffset && extent.endOffset <= block.endOffset,
  );
  return near === undefined ? undefined : rt.definedTypes.get(near.ast);
}
