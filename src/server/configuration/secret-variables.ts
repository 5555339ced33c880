/**
 * Environment variables that hold secrets of the endpoint: passphrases of keys, tokens for a collector. Whatever a
 * session runs inherits the environment of its process, so they are taken out of it and kept here.
 */
const hidden = new Map<string, string>();

/** From now on these are in the environment of no program that is started. */
export function hideSecretVariables(names: Iterable<string>): void {
  for (const name of names) {
    const value = process.env[name];
    if (value === undefined) continue;
    hidden.set(name, value);
    delete process.env[name];
  }
}

/** The environment as the endpoint itself reads it. */
export const environmentWithSecrets = (): NodeJS.ProcessEnv => ({ ...process.env, ...Object.fromEntries(hidden) });
