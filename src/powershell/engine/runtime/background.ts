/** `pipeline &`: the text of the job that it becomes. */
import { findAll, type PipelineAst, type PipelineChainAst } from '../../lang/index.js';

/** Variables that a job has of its own. */
const OWN: ReadonlySet<string> = new Set(
  '_ psitem this true false null pid pshome psversiontable host lastexitcode psedition shellid iscoreclr islinux ismacos iswindows'.split(
    ' ',
  ),
);

/** Every variable of a pipeline that the caller has is the caller's: `$a` is written `${using:a}`. */
export function backgroundText(ast: PipelineAst | PipelineChainAst, has: (name: string) => boolean): string {
  // A chain goes as it is, as in PowerShell.
  if (ast.kind === 'PipelineChainAst') return ast.extent.text.replace(/\s*&\s*$/, '');
  const { startOffset: from } = ast.extent;
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  for (const node of findAll(ast, ({ kind }) => kind === 'VariableExpressionAst' || kind === 'UsingExpressionAst')) {
    const variable = node.kind === 'UsingExpressionAst' ? node.subExpression : node;
    if (variable.kind !== 'VariableExpressionAst') continue;
    const name = variable.variablePath.userPath;
    const scope = /^([^:]+):/.exec(name)?.[1]?.toLowerCase();
    if (OWN.has(name.toLowerCase()) || (scope !== undefined && !/^(?:global|local|script|private)$/.test(scope)))
      continue;
    if (variable === node && !has(name.replace(/^[^:]+:/, ''))) continue;
    edits.push({ start: node.extent.startOffset - from, end: node.extent.endOffset - from, text: `\${using:${name}}` });
  }
  let text = ast.extent.text.replace(/\s*&\s*$/, '');
  // A variable inside `$using:` is found as well: its edit lies in the other's.
  edits.sort((left, right) => right.start - left.start || right.end - left.end);
  let last = Number.POSITIVE_INFINITY;
  for (const edit of edits.filter((one) => !edits.some((other) => other !== one && contains(other, one)))) {
    if (edit.end > last) continue;
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    last = edit.start;
  }
  return text;
}
const contains = (
  outer: { readonly start: number; readonly end: number },
  inner: { readonly start: number; readonly end: number },
): boolean => outer.start <= inner.start && outer.end >= inner.end;
