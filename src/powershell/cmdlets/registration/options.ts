/** New-PSSessionOption and New-PSTransportOption. cmdlets.md 13, 14 */
import { PSSessionOption } from '../../../client/session/index.js';
import { ArgumentError } from '../../../protocol/errors/index.js';
import { PSDictionary, type PSValue } from '../../../protocol/objects/index.js';
import { NetObject, settle, type CommandRegistration, type Steps } from '../../engine/index.js';
import { NEW_PSSESSION_OPTION, NEW_PSTRANSPORT_OPTION } from '../family.js';
import { boundOptions, type Family } from './family-context.js';
import { TRANSPORT_OPTION, TRANSPORT_OPTION_NAMES, TransportOption } from './option-types.js';
import { register } from './register.js';
import { dictionaryRecord, sessionOptionObject } from './values.js';

/** Parameters whose option in the library has another name: times carry their unit there. */
const LIBRARY_NAMES: Readonly<Record<string, string>> = {
  maximumRedirection: 'maximumConnectionRedirectionCount',
  openTimeout: 'openTimeoutMs',
  cancelTimeout: 'cancelTimeoutMs',
  idleTimeout: 'idleTimeoutMs',
  operationTimeout: 'operationTimeoutMs',
};

export function optionCommands(_family: Family): readonly CommandRegistration[] {
  return [
    register(NEW_PSSESSION_OPTION, (context) => ({
      *process(): Steps<void> {
        const given = yield* boundOptions(NEW_PSSESSION_OPTION, context);
        const init: Record<string, unknown> = {};
        for (const [name, value] of Object.entries(given)) init[LIBRARY_NAMES[name] ?? name] = value;
        const args = context.arg('ApplicationArguments');
        if (args instanceof PSDictionary) init['applicationArguments'] = dictionaryRecord(args);
        let option: PSSessionOption | undefined;
        try {
          option = PSSessionOption.create(init);
        } catch (error) {
          if (!(error instanceof ArgumentError)) throw error;
          context.fail(error.message, {
            errorId: 'System.ArgumentException',
            category: 'NotSpecified',
            exceptionType: 'System.ArgumentException',
          });
        }
        if (option !== undefined) yield* settle(context.write(sessionOptionObject(option)));
      },
    })),
    register(NEW_PSTRANSPORT_OPTION, (context) => ({
      process() {
        const values = new Map<string, PSValue>();
        for (const name of TRANSPORT_OPTION_NAMES) {
          if (context.isBound(name)) values.set(name, context.arg(name) ?? null);
        }
        return context.write(new NetObject(TRANSPORT_OPTION, new TransportOption(values)));
      },
    })),
  ];
}
