/** Paths that parameters name. */
import path from 'node:path';
import type { EngineCommandContext } from '../../engine/index.js';

/** A path of this session's file system as the operating system knows it. */
export function fullPath(context: EngineCommandContext, text: string): string {
  const { location, environment } = context.services;
  return path.resolve(location.path, text.replace(/^~(?=$|[\\/])/, environment?.get('HOME') ?? '~'));
}
