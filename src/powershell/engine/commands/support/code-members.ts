/** What Add-Member and Update-TypeData make of scripts and of methods of .NET. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { convertTo } from '../../conversion.js';
import { findType } from '../../values/net-type.js';
import { SCRIPTBLOCK } from '../../values/types.js';
import type { EngineCommandContext } from '../engine-services.js';

export const asBlock = (value: PSValue): PSValue => (value === null ? null : convertTo(value, SCRIPTBLOCK));
/** A method of .NET as a member: it has to be made for that, which none of those is that a script can name. */
export function refuseCode(context: EngineCommandContext, kind: string, values: readonly PSValue[]): never {
  const methodInfo = findType('System.Reflection.MethodInfo');
  for (const value of values) if (value !== null && methodInfo !== undefined) convertTo(value, methodInfo);
  const [what, errorId] =
    kind === 'CodeMethod'
      ? ['method should be public, static, and have one parameter of the type PSObject', 'CodeMethodMethodFormat']
      : [
          'getter method should be public, not void, static, and have one parameter of the type PSObject',
          'GetterFormat',
        ];
  return context.fail(`The ${what}.`, {
    errorId,
    category: 'NotSpecified',
    exceptionType: 'System.Management.Automation.ExtendedTypeSystemException',
  });
}
