/**
 * Where the program keeps its files: the XDG base directories on Unix, %APPDATA% and %LOCALAPPDATA% on Windows.
 * An environment is given, never read, so that tests and several endpoints in one process do not meet.
 */
import { homedir, userInfo } from 'node:os';
import path from 'node:path';

const FOLDER = 'pssession';

export interface StorePaths {
  /** `config.json` and `users.json`. `$XDG_CONFIG_HOME/pssession`, by default `~/.config/pssession`. */
  readonly configuration: string;
  /** What has to outlive a restart. `$XDG_STATE_HOME/pssession`, by default `~/.local/state/pssession`. */
  readonly state: string;
  /** What belongs to users of the program. `$XDG_DATA_HOME/pssession`, by default `~/.local/share/pssession`. */
  readonly data: string;
  /** Sockets; cleared at logout. `$XDG_RUNTIME_DIR/pssession`, else the state folder's `run`. */
  readonly runtime: string;
  /** What can be made again. `$XDG_CACHE_HOME/pssession`, by default `~/.cache/pssession`. */
  readonly cache: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** An XDG variable counts only when it is an absolute path; the specification says to ignore others. */
function absolute(value: string | undefined): string | undefined {
  return value !== undefined && path.isAbsolute(value) ? value : undefined;
}

/**
 * The folders of this user.
 * @param environment `process.env` of the program; `HOME` decides where the XDG defaults stand.
 * @param platform `process.platform`.
 */
export function storePaths(environment: Environment, platform: NodeJS.Platform = process.platform): StorePaths {
  const home = absolute(environment['HOME']) ?? absolute(environment['USERPROFILE']) ?? homedir();
  if (platform === 'win32') {
    const roaming = absolute(environment['APPDATA']) ?? path.join(home, 'AppData', 'Roaming');
    const local = absolute(environment['LOCALAPPDATA']) ?? path.join(home, 'AppData', 'Local');
    const state = path.join(local, FOLDER);
    return {
      configuration: path.join(roaming, FOLDER),
      state,
      data: path.join(state, 'data'),
      runtime: path.join(state, 'run'),
      cache: path.join(state, 'cache'),
    };
  }
  const state = path.join(absolute(environment['XDG_STATE_HOME']) ?? path.join(home, '.local', 'state'), FOLDER);
  const runtime = absolute(environment['XDG_RUNTIME_DIR']);
  return {
    configuration: path.join(absolute(environment['XDG_CONFIG_HOME']) ?? path.join(home, '.config'), FOLDER),
    state,
    data: path.join(absolute(environment['XDG_DATA_HOME']) ?? path.join(home, '.local', 'share'), FOLDER),
    runtime: runtime === undefined ? path.join(state, 'run') : path.join(runtime, FOLDER),
    cache: path.join(absolute(environment['XDG_CACHE_HOME']) ?? path.join(home, '.cache'), FOLDER),
  };
}

/** The account this process runs as; `unknown` where the system has no name for it (a container without passwd). */
export function currentUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}
