/** Our client: as a person uses it, and its HTTP alone for servers that are no endpoints. */
import {
  invokeCommand,
  newPSSession,
  SessionContext,
  undecorated,
  type NewPSSessionParameters,
} from '../../../../src/index.js';
import { httpPosterFor } from '../../../../src/client/session/carriers/http-carrier.js';
import { WSManConnectionInfo } from '../../../../src/client/session/model/connection-info.js';
import { PSCredential } from '../../../../src/client/session/model/credential.js';
import { PSSessionOption } from '../../../../src/client/session/model/session-option.js';

export type Login = Pick<NewPSSessionParameters, 'credential' | 'authentication' | 'certificateThumbprint'>;

/** @throws the first error of New-PSSession or of the script. */
export function runOurClient(port: number, https: boolean, login: Login, noEncryption = false): Promise<string> {
  return runScript({
    computerName: 'localhost',
    port,
    useSSL: https,
    sessionOption: { skipCACheck: true, maxConnectionRetryCount: 0, openTimeoutMs: 20_000, noEncryption },
    ...login,
  });
}

/** A session, one script, its result. @throws the first error of New-PSSession or of the script. */
export async function runScript(target: NewPSSessionParameters): Promise<string> {
  await using context = new SessionContext();
  const opened = await newPSSession({ context, ...target }).collect();
  const [session] = opened.output;
  if (session === undefined) throw opened.error[0] ?? new Error('no session and no error');
  const ran = await invokeCommand({ context, session, scriptBlock: '6 * 7' }).collect();
  if (ran.error[0] !== undefined) throw ran.error[0];
  return JSON.stringify(ran.output.map(undecorated)).replace(/[[\]]/g, '');
}

/** Bodies on one connection; their answers as text. */
export async function postAsOurClient(
  port: number,
  https: boolean,
  appName: string,
  login: Login,
  bodies: readonly string[],
): Promise<readonly string[]> {
  const info = new WSManConnectionInfo({
    scheme: https ? 'https' : 'http',
    computerName: 'localhost',
    port,
    appName,
    option: new PSSessionOption({ skipCACheck: true }),
    ...(login.authentication === undefined ? {} : { authentication: login.authentication }),
    ...(login.credential === undefined ? {} : { credential: PSCredential.from(login.credential) }),
    ...(login.certificateThumbprint === undefined ? {} : { certificateThumbprint: login.certificateThumbprint }),
  });
  const poster = httpPosterFor(info, info.wireUrl);
  try {
    const connection = poster.connection();
    const answers: string[] = [];
    for (const body of bodies) {
      const answer = await connection.post(new TextEncoder().encode(body), 15_000, new AbortController().signal);
      answers.push(answer.status === 200 ? new TextDecoder().decode(answer.body) : `HTTP ${answer.status}`);
    }
    return answers;
  } finally {
    await poster.close();
  }
}
