/** Script blocks and methods that were made delegates: `([Func[int,int]]{ … }).Invoke(5)`, `[Func[int,int]] [math]::Abs`. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { hooks } from '../conversion.js';
import { andThen, type Pending } from '../pending.js';
import { implement } from '../values/bodies.js';
import { AutomationNull, NetObject } from '../values/live.js';
import type { NetType } from '../values/net-type.js';
import { ScriptBlock } from '../values/script-block.js';
import { resolveTypeText } from '../values/types.js';
import type { BoundMethod } from '../runtime/members.js';
import { parameterTypes } from '../runtime/overloads.js';
import { callDelegate, isBoundMethod, items } from './support.js';

const call = (self: PSValue, args: readonly PSValue[]): Pending<PSValue | undefined> =>
  andThen<PSValue, PSValue | undefined>(callDelegate(self, args), (value) =>
    value === AutomationNull ? undefined : value,
  );

interface Shape {
  readonly takes: readonly (NetType | undefined)[];
  /** Undefined: nothing. */
  readonly gives: NetType | undefined;
}
const giving = (type: string): NetType | undefined =>
  /^(?:System\.)?Void$/i.test(type) ? undefined : resolveTypeText(type);
/** What a delegate of the type takes and gives. */
function shapeOf(type: NetType): Shape | undefined {
  const name = type.definition?.name ?? type.fullName;
  const types = type.genericArguments;
  if (name.startsWith('System.Func`')) return { takes: types.slice(0, -1), gives: types.at(-1) };
  if (/^System\.Action(?:`|$)/.test(name)) return { takes: types, gives: undefined };
  const invoke = type.findMethod('Invoke')?.overloads[0];
  return invoke === undefined ? undefined : { takes: parameterTypes(invoke), gives: giving(invoke.returnType) };
}
/** A reference to one may stand for a reference to the other. */
const passesFor = (given: NetType | undefined, wanted: NetType | undefined): boolean =>
  given === wanted ||
  (given !== undefined && wanted !== undefined && !given.isValueType && given.isAssignableTo(wanted));
/** The method as a delegate: the overload with the very types, else the first one that takes and gives as much. */
function boundDelegate({ target, method }: BoundMethod, type: NetType): PSValue | undefined {
  const shape = shapeOf(type);
  if (shape === undefined) return undefined;
  const { takes, gives } = shape;
  const known = method.overloads
    .filter(({ parameters, generic = [] }) => generic.length === 0 && parameters.length === takes.length)
    .map((overload) => ({ overload, own: parameterTypes(overload), made: giving(overload.returnType) }));
  const found =
    known.find(({ own, made }) => made === gives && own.every((one, index) => one === takes[index])) ??
    known.find(({ own, made }) => passesFor(made, gives) && own.every((one, index) => passesFor(takes[index], one)));
  if (found === undefined) return undefined;
  return new NetObject<BoundMethod>(type, { target, method: { name: method.name, overloads: [found.overload] } });
}
hooks.delegate = (source, type) => {
  if (type.baseName !== 'System.MulticastDelegate') return undefined;
  if (source instanceof ScriptBlock) return new NetObject(type, source);
  return source instanceof NetObject && isBoundMethod(source.data) ? boundDelegate(source.data, type) : undefined;
};

implement('System.Delegate', () => ({
  Invoke: (self, ...args) => call(self, args) as Pending<PSValue>,
  DynamicInvoke: (self, args) => call(self, args === null || args === undefined ? [] : items(args)) as Pending<PSValue>,
}));
