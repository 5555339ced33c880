/** Write-Error: writes a record that points to the script that called it. */
import type { ErrorCategoryName } from '../../../../protocol/errors/index.js';
import type { PSValue } from '../../../../protocol/objects/index.js';
import { copyRecord, ErrorRecordObject, ExceptionObject, exceptionType } from '../../values/exceptions.js';
import { EnumValue, unwrap } from '../../values/live.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text } from '../support/arguments.js';
import { defineCommand, parameter } from '../support/command-spec.js';
import { enumParameter, ERROR_CATEGORIES } from '../support/enums.js';

const WRITE_ERROR = 'Microsoft.PowerShell.Commands.WriteErrorException';

function categoryOf(value: PSValue | undefined): ErrorCategoryName {
  return (value instanceof EnumValue ? value.text : 'NotSpecified') as ErrorCategoryName;
}

function makeRecord(context: EngineCommandContext): ErrorRecordObject {
  const given = unwrap(context.arg('ErrorRecord') ?? null);
  if (given instanceof ErrorRecordObject) {
    // The error becomes the caller's; only where it first happened stays.
    const copy = copyRecord(given);
    copy.commandId = undefined;
    copy.commandName = undefined;
    copy.invocationName = undefined;
    copy.command = undefined;
    copy.extent = undefined;
    return copy;
  }
  const said = text(context, 'Message');
  const message = said ?? '';
  const held = unwrap(context.arg('Exception') ?? null);
  const exception =
    held instanceof ExceptionObject
      ? held
      : new ExceptionObject(
          exceptionType(WRITE_ERROR),
          said === undefined ? `Exception of type '${WRITE_ERROR}' was thrown.` : message,
        );
  const errorId = text(context, 'ErrorId');
  const record = new ErrorRecordObject(
    exception,
    errorId === undefined || errorId === '' ? exception.type.fullName : errorId,
    categoryOf(context.arg('Category')),
    context.arg('TargetObject') ?? null,
  );
  if (exception === held && message !== '') record.detailsMessage = message;
  return record;
}

export const writeErrorCommand = defineCommand(
  'Write-Error',
  {
    module: 'Microsoft.PowerShell.Utility',
    defaultSet: 'NoException',
    synopsis: 'Writes an object to the error stream.',
  },
  [
    parameter('Exception', 'Exception', 'WithException: M 0'),
    parameter('Message', 'String', 'NoException: M 0 V; WithException:', { alias: 'Msg', allow: 'Null EmptyString' }),
    parameter('ErrorRecord', 'ErrorRecord', 'ErrorRecord: M 0'),
    enumParameter('Category', ERROR_CATEGORIES, 'NoException,WithException:'),
    parameter('ErrorId', 'String', 'NoException,WithException:'),
    parameter('TargetObject', 'Object', 'NoException,WithException:'),
    parameter('RecommendedAction', 'String'),
    parameter('CategoryActivity', 'String', '', { alias: 'Activity' }),
    parameter('CategoryReason', 'String', '', { alias: 'Reason' }),
    parameter('CategoryTargetName', 'String', '', { alias: 'TargetName' }),
    parameter('CategoryTargetType', 'String', '', { alias: 'TargetType' }),
  ],
  (context) => ({
    process() {
      const record = makeRecord(context);
      const action = text(context, 'RecommendedAction');
      if (action !== undefined && action !== '') {
        record.detailsMessage ??= record.message;
        record.recommendedAction = action;
      }
      const set = (name: string, apply: (value: string) => void): void => {
        const value = text(context, name);
        if (value !== undefined && value !== '') apply(value);
      };
      record.activity = 'Write-Error';
      set('CategoryActivity', (value) => {
        record.activity = value;
      });
      set('CategoryReason', (value) => {
        record.reason = value;
      });
      set('CategoryTargetName', (value) => {
        record.targetName = value;
      });
      set('CategoryTargetType', (value) => {
        record.targetType = value;
      });
      return context.services.writeRecord(context, record);
    },
  }),
);
