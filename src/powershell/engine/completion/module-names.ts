/** Names of modules: those that are loaded, or all that could be. */
import { toText } from '../conversion.js';
import { settle, type Steps } from '../pending.js';
import type { Session } from './inference.js';

/** Listing modules reads files: what is there now is so for a while. */
const KNOWN_MS = 30_000;
let available: { readonly path: string; readonly at: number; readonly names: readonly string[] } | undefined;

export function* moduleNames(session: Session, which: 'loaded' | 'available'): Steps<readonly string[]> {
  const { services } = session;
  if (services.restricted) return services.modules.list().map(({ name }) => name);
  const path = services.environment?.get('PSModulePath') ?? process.env['PSModulePath'] ?? '';
  const now = performance.now();
  if (which === 'available' && available?.path === path && now - available.at < KNOWN_MS) return available.names;
  const script = `(Microsoft.PowerShell.Core\\Get-Module${which === 'available' ? ' -ListAvailable' : ''}).Name`;
  const found = yield* settle(session.invoke(services.parse(script), []));
  const names = [...new Set(found.map((name) => toText(name)).filter((name) => name !== ''))].sort();
  if (which === 'available') available = { path, at: now, names };
  return names;
}
