/** One definition and its implementation as the engine registers it. */
import type {
  CommandContext,
  CommandImplementation,
  CommandRegistration,
  EngineCommandContext,
} from '../../engine/index.js';
import type { CommandDefinition } from '../definition.js';
import { commandSpec } from './spec.js';

export function register(
  definition: CommandDefinition,
  create: (context: EngineCommandContext) => CommandImplementation,
): CommandRegistration {
  return {
    spec: commandSpec(definition),
    create: (context: CommandContext) => create(context as EngineCommandContext),
  };
}
