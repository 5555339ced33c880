/** Pipelines and commands: a line of processors, each handing its objects down before it makes the next. */
import { PSChar, PSDictionary, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import {
  pureExpression,
  type CommandAst,
  type CommandBaseAst,
  type ExpressionAst,
  type Extent,
  type PipelineAst,
} from '../../lang/index.js';
import { toText } from '../conversion.js';
import { drive, type Pending, settle, type Steps } from '../pending.js';
import { rangeBatches, type RangeEnds } from '../operators/text.js';
import { type Argument, isParameterName, ValueArgument, type WrittenArray } from '../runtime/binder.js';
import type { Frame } from '../runtime/frame.js';
import { batchesOf, enumerate } from '../runtime/members.js';
import { runLine, type Processor } from '../runtime/processor.js';
import { commandDataOf } from '../runtime/command-data.js';
import { Module } from '../runtime/modules.js';
import { AutomationNull, NetObject, plain, unwrap } from '../values/live.js';
import { beginWalk, endWalk, stepPipeline, type Walk } from '../values/changes.js';
import { fail } from '../values/exceptions.js';
import { ScriptBlock } from '../values/script-block.js';
import { compileExpression, compileRangeEnds, type Expr } from './expressions.js';
import { statementAt } from './link.js';
import { applyRedirections, compileRedirections } from './redirections.js';

interface ExpressionSource {
  readonly value: Expr;
  readonly ends: ReturnType<typeof compileRangeEnds>;
  readonly redirect: ReturnType<typeof compileRedirections>;
}
/** What an expression at the head of a pipeline gave: a value, or the ends of a range. */
type Head = { readonly value: PSValue } | { readonly ends: RangeEnds };
function* evaluateHead(f: Frame, source: ExpressionSource): Steps<Head> {
  return source.ends === undefined ? { value: yield* settle(source.value(f)) } : { ends: yield* source.ends(f) };
}
/** Writes what an expression gives as its redirections say. @param early what it gave already. */
function* writeHead(f: Frame, source: ExpressionSource, early: Head | undefined): Steps<void> {
  const applied = yield* applyRedirections(f, source.redirect);
  try {
    yield* applied.open();
    yield* writeItems(applied.frame, early ?? (yield* evaluateHead(applied.frame, source)));
    yield* applied.finish();
  } finally {
    const left = applied.release();
    if (left instanceof Promise) yield left;
  }
}
/** Its items, one by one. */
function* writeItems(f: Frame, head: Head): Steps<void> {
  let batches: Iterable<readonly PSValue[]>;
  let walk: Walk | undefined;
  if ('value' in head) {
    if (head.value === AutomationNull) return;
    walk = beginWalk(head.value);
    batches = batchesOf(head.value, walk);
  } else batches = rangeBatches(head.ends);
  try {
    for (const items of batches) {
      for (const item of items) {
        const waiting = item === AutomationNull ? undefined : f.out.write(item);
        if (waiting instanceof Promise) yield waiting;
        stepPipeline(walk);
        const tick = f.rt.tick();
        if (tick !== undefined) yield tick;
      }
    }
  } finally {
    endWalk(walk);
  }
}

type CommandMaker = (f: Frame, expectsInput: boolean, position: number, length: number) => Steps<Processor>;

export function compilePipeline(ast: PipelineAst): (f: Frame) => Pending<void> {
  const [head, ...rest] = ast.pipelineElements;
  const source =
    head?.kind === 'CommandExpressionAst'
      ? {
          value: compileExpression(head.expression),
          ends: compileRangeEnds(head.expression),
          redirect: compileRedirections(head.redirections),
        }
      : undefined;
  const makers = (source === undefined ? ast.pipelineElements : rest).map(compileElement);
  const { background } = ast;
  const isRedirected = head !== undefined && head.redirections.length > 0;
  const steps = function* (f: Frame): Steps<void> {
    if (background) {
      yield* settle(f.rt.startBackground(f, ast));
      return;
    }
    // Before any command begins: `(Get-Content $file) | Set-Content $file` reads what is there.
    const early = source === undefined || isRedirected ? undefined : yield* evaluateHead(f, source);
    const processors: Processor[] = [];
    for (let index = 0; index < makers.length; index += 1) {
      const maker = makers[index];
      if (maker !== undefined)
        processors.push(yield* maker(f, source !== undefined || index > 0, index + 1, makers.length));
    }
    yield* runLine(
      f,
      processors,
      source === undefined ? undefined : (into) => writeHead({ ...f, out: into }, source, early),
    );
  };
  return (f) => drive(steps(f));
}

/** The commands of a pipeline that somebody feeds by hand; made when it begins. */
export function compileCommands(ast: PipelineAst): (f: Frame, expectsInput: boolean) => Steps<readonly Processor[]> {
  const makers = ast.pipelineElements.map(compileElement);
  return function* (f, expectsInput): Steps<readonly Processor[]> {
    const processors: Processor[] = [];
    for (const [index, maker] of makers.entries())
      processors.push(yield* maker(f, expectsInput || index > 0, index + 1, makers.length));
    return processors;
  };
}
function compileElement(ast: CommandBaseAst): CommandMaker {
  if (ast.kind === 'CommandAst') return compileCommand(ast);
  throw fail('ExpressionsMustBeFirstInPipeline', 'Expressions are only allowed as the first element of a pipeline.', {
    category: 'ParserError',
  });
}

type ArgumentMaker = {
  readonly expr: Expr | undefined;
  readonly name: string | undefined;
  readonly text: string;
  readonly splat: boolean;
  readonly attached: boolean;
  readonly extent: Extent;
  /** Of the value in `-Name:value`. */
  readonly valueExtent?: Extent | undefined;
  readonly bare: boolean;
  readonly quoted: boolean;
  readonly literal: boolean;
  readonly written: WrittenArray | undefined;
};

/** A command's parameter takes $null for what gave nothing. The items of an array become $null where they are, as in PowerShell. */
function argumentOf(value: PSValue): PSValue {
  if (!Array.isArray(value)) return plain(value);
  const items = value as PSValue[];
  for (let at = items.indexOf(AutomationNull); at >= 0; at = items.indexOf(AutomationNull, at + 1)) items[at] = null;
  return items;
}

function writtenArray(element: ExpressionAst | undefined): WrittenArray | undefined {
  if (element?.kind !== 'ArrayLiteralAst') return undefined;
  const { source, text } = element.extent;
  const separators = element.elements.slice(1).map((next, index) => {
    const from = element.elements[index]?.extent.endOffset ?? next.extent.startOffset;
    return source.text.slice(from, next.extent.startOffset).replaceAll(/\s+/g, ' ');
  });
  return { text, separators };
}

const isQuoted = (ast: ExpressionAst | undefined): boolean =>
  (ast?.kind === 'StringConstantExpressionAst' || ast?.kind === 'ExpandableStringExpressionAst') &&
  ast.stringConstantType !== 'BareWord';
/** A splatted text is its characters, as any other collection is its items. */
function* charsOf(text: string): Iterable<PSValue> {
  for (let at = 0; at < text.length; at += 1) yield new PSChar(text.charCodeAt(at));
}
/** `-b` or `-b:` of a splatted `$args`. */
function namedArgument(text: string, extent: Extent): Argument {
  return { name: text.replace(/^-|:$/g, ''), text, extent };
}

function compileCommand(ast: CommandAst): CommandMaker {
  const [first, ...elements] = ast.commandElements;
  const name = first?.kind === 'StringConstantExpressionAst' ? first.value : undefined;
  const target = first === undefined || first.kind === 'CommandParameterAst' ? undefined : compileExpression(first);
  const makers: ArgumentMaker[] = elements.map((element) => {
    if (element.kind === 'CommandParameterAst')
      return {
        expr: element.argument === undefined ? undefined : compileExpression(element.argument),
        name: element.parameterName,
        text: element.extent.text,
        extent: element.extent,
        valueExtent: element.argument?.extent,
        splat: false,
        attached: element.argument !== undefined,
        bare: false,
        quoted: isQuoted(element.argument),
        literal: false,
        written: writtenArray(element.argument),
      };
    const variable = element.kind === 'UsingExpressionAst' ? element.subExpression : element;
    const splat = variable.kind === 'VariableExpressionAst' && variable.splatted;
    const bare = element.kind === 'StringConstantExpressionAst' && element.stringConstantType === 'BareWord';
    return {
      expr: compileExpression(element),
      name: undefined,
      text: element.extent.text,
      extent: element.extent,
      splat,
      attached: false,
      bare,
      quoted: isQuoted(element),
      literal: element.kind === 'ConstantExpressionAst',
      written: writtenArray(element),
    };
  });
  const redirect = compileRedirections(ast.redirections);
  const [only] = elements;
  const callsAsMethod =
    elements.length === 1 &&
    only?.kind === 'ParenExpressionAst' &&
    pureExpression(only.pipeline)?.kind === 'ArrayLiteralAst' &&
    first !== undefined &&
    only.extent.startOffset === first.extent.endOffset;
  const statement = statementAt();
  const dotted = ast.invocationOperator === 'Dot';
  const called = ast.invocationOperator !== 'Unknown';
  return function* (f, expectsInput, position, length): Steps<Processor> {
    let what: PSValue = name ?? null;
    if (name === undefined && target !== undefined) what = unwrap(plain(yield* settle(target(f))));
    const args: Argument[] = [];
    for (const maker of makers) {
      const value = maker.expr === undefined ? undefined : argumentOf(yield* settle(maker.expr(f)));
      if (maker.splat) {
        const splatted = unwrap(value ?? null);
        const enumerated = typeof splatted === 'string' ? charsOf(splatted) : enumerate(splatted);
        if (splatted instanceof PSDictionary)
          // What a proxy of a plain function hands on beside its parameters.
          for (const [key, item] of splatted.entries())
            if (key === '$args') for (const one of enumerate(item) ?? [item]) args.push(new ValueArgument(one));
            else
              args.push({
                name: toText(key),
                value: argumentOf(item),
                text: `-${toText(key)}`,
                splatted: true,
                extent: maker.extent,
              });
        else if (enumerated !== undefined)
          for (const item of enumerated) {
            if (isParameterName(item)) args.push(namedArgument(toText(item), maker.extent));
            else args.push(new ValueArgument(item, maker.extent));
            const tick = f.rt.tick();
            if (tick !== undefined) yield tick;
          }
        // Nothing at all is one argument too, and it is null.
        else args.push(new ValueArgument(splatted, maker.extent));
      } else if (maker.name !== undefined)
        args.push({
          name: maker.name,
          text: maker.text,
          extent: maker.extent,
          ...(maker.attached ? { value: value ?? null, valueExtent: maker.valueExtent, quoted: maker.quoted } : {}),
          ...(maker.written === undefined ? {} : { written: maker.written }),
        });
      else
        args.push({
          value: value ?? null,
          text: maker.text,
          bare: maker.bare,
          quoted: maker.quoted,
          literal: maker.literal,
          extent: maker.extent,
          ...(maker.written === undefined ? {} : { written: maker.written }),
        });
    }
    if (callsAsMethod && (f.scope.strictVersion ?? 0) >= 2)
      throw fail(
        'StrictModeFunctionCallWithParens',
        'The function or command was called as if it were a method. Parameters should be separated by spaces. For information about parameters, see the about_Parameters Help topic.',
        { category: 'InvalidOperation', extent: ast.extent },
      );
    const applied = yield* applyRedirections(f, redirect);
    if (what === null || what === '')
      throw fail(
        'BadExpression',
        `The expression after '${dotted ? '.' : '&'}' in a pipeline element produced an object that was not valid. It must result in a command name, a script block, or a CommandInfo object.`,
        { category: 'InvalidOperation', target: what, extent: first?.extent ?? ast.extent },
      );
    if (what instanceof NetObject && what.data instanceof Module) {
      const module = what.data;
      const first = args.shift()?.value ?? null;
      const inner = unwrap(first);
      what =
        inner instanceof ScriptBlock
          ? new ScriptBlock(inner.code, module, inner.trust)
          : (module.scope.findFunction(toText(inner).toLowerCase())?.block ?? inner);
    }
    const command = commandDataOf(what);
    if (command !== undefined) what = command.block ?? command.target ?? command.name;
    else if (
      what instanceof PSObject &&
      !(what instanceof ScriptBlock) &&
      what.typeNames.includes('System.Management.Automation.CommandInfo')
    ) {
      const info = what.get('Name');
      const block = what.get('ScriptBlock');
      if (block instanceof ScriptBlock) what = block;
      else if (typeof info === 'string') what = info;
    }
    // What another command takes goes to no variable of the commands around.
    const tapped = position === length || applied.redirectsOut || f.taps === undefined;
    const processor = yield* settle(
      f.rt.commands.resolve(tapped ? applied.frame : { ...applied.frame, taps: undefined }, {
        target: what instanceof ScriptBlock ? what : toText(what),
        own: command?.spec !== undefined,
        args,
        extent: ast.extent,
        statement,
        nameExtent: first?.extent,
        dotted,
        called,
        expectsInput,
        position,
        length,
      }),
    );
    if (redirect.length > 0) {
      yield* applied.open();
      processor.ownOut = applied.redirectsOut ? applied.ownOut : undefined;
      processor.attachOut = applied.attach;
      processor.finish = applied.finish;
      processor.release = applied.release;
      if (applied.mergesErrors) processor.earlyErrors = f.streams.error;
    }
    return processor;
  };
}
