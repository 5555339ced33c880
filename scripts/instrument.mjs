// An esbuild plugin that counts where the code of the parsers runs: at each arm of a branch, body of a loop or function
// it puts `edges[n]++`, one byte of an array that the fuzzer reads after every input. V8's own coverage tells the same
// but costs milliseconds a question; this costs nanoseconds an edge.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAst } from 'rolldown/parseAst';

/**
 * @param filter which files count
 * @param edgesModule the module that exports `edges`
 * @param factsFile gets { edges: how many, words: { folder: texts that stand in its code } }
 */
export function instrument({ filter, root, edgesModule, factsFile }) {
  return {
    name: 'instrument',
    setup(build) {
      let edges = 0;
      const words = {};
      build.onLoad({ filter }, async ({ path: file }) => {
        if (/\.(?:test|fixture)\.ts$/.test(file)) return undefined;
        const source = await readFile(file, 'utf8');
        const room = path.relative(path.join(root, 'src'), path.dirname(file)).split(path.sep).join('/');
        const own = (words[room] ??= new Set());
        const contents = withCounters(
          source,
          () => edges++,
          (text) => own.add(text),
        );
        return {
          loader: 'ts',
          contents: `import { edges as __edges } from ${JSON.stringify(edgesModule)};${contents}`,
        };
      });
      build.onEnd(async () => {
        const lists = Object.fromEntries(Object.entries(words).map(([room, texts]) => [room, [...texts].sort()]));
        await writeFile(factsFile, JSON.stringify({ edges, words: lists }));
      });
    },
  };
}

const LOOPS = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement']);
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function withCounters(source, next, word) {
  /** Texts to put in: `starts` outer before inner, `ends` inner before outer, ends first where both meet. */
  const starts = [];
  const ends = [];
  const count = () => `__edges[${next()}]++`;
  const aroundStatement = (node) => {
    if (node.type === 'BlockStatement') {
      starts.push([node.start + 1, `${count()};`]);
      walk(node);
    } else {
      starts.push([node.start, `{${count()};`]);
      walk(node);
      ends.push([node.end, '}']);
    }
  };
  const aroundExpression = (node) => {
    starts.push([node.start, `(${count()},`]);
    walk(node);
    ends.push([node.end, ')']);
  };
  const walkAll = (node, except) => {
    for (const [key, child] of Object.entries(node)) {
      if (child === null || typeof child !== 'object' || except?.includes(key)) continue;
      if (Array.isArray(child)) for (const one of child) if (typeof one?.type === 'string') walk(one);
      if (typeof child.type === 'string') walk(child);
    }
  };
  const walk = (node) => {
    const { type } = node;
    if (type === 'Literal' && typeof node.value === 'string' && node.value.length > 1 && node.value.length < 60)
      word(node.value);
    if (type === 'TemplateElement' && node.value.raw.length > 1 && node.value.raw.length < 60) word(node.value.raw);
    if (type === 'ImportDeclaration' || type === 'ExportAllDeclaration') return;
    if (type === 'ExportNamedDeclaration' && node.source) return;
    if (FUNCTIONS.has(type)) {
      for (const parameter of node.params) walk(parameter);
      if (node.body === null) return;
      if (node.body.type === 'BlockStatement') aroundStatement(node.body);
      else aroundExpression(node.body);
    } else if (type === 'IfStatement') {
      walk(node.test);
      aroundStatement(node.consequent);
      if (node.alternate) aroundStatement(node.alternate);
      else ends.push([node.end, `else{${count()};}`]);
    } else if (LOOPS.has(type)) {
      walkAll(node, ['body']);
      aroundStatement(node.body);
    } else if (type === 'SwitchCase') {
      if (node.test) walk(node.test);
      if (node.consequent.length > 0) starts.push([node.consequent[0].start, `${count()};`]);
      for (const one of node.consequent) walk(one);
    } else if (type === 'ConditionalExpression') {
      walk(node.test);
      aroundExpression(node.consequent);
      aroundExpression(node.alternate);
    } else if (type === 'LogicalExpression') {
      walk(node.left);
      aroundExpression(node.right);
    } else if (type === 'CatchClause') {
      aroundStatement(node.body);
    } else walkAll(node);
  };
  walk(parseAst(source, { lang: 'ts' }));
  const all = [...ends.map(([at, text]) => ({ at, text })), ...starts.map(([at, text]) => ({ at, text }))];
  all.sort((a, b) => a.at - b.at); // a stable sort: ends come first
  let result = '';
  let last = 0;
  for (const { at, text } of all) {
    result += source.slice(last, at) + text;
    last = at;
  }
  return result + source.slice(last);
}
