/**
 * A password for ssh where there is no terminal. ssh runs the program of SSH_ASKPASS with its question as the argument;
 * ours asks this process over a socket in a folder of mode 0700. The password is in no file, argument or environment.
 * One question is answered once: a second one means that the password was wrong. [ssh(1) ENVIRONMENT]
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Askpass extends AsyncDisposable {
  /** For ssh's environment. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Questions whose answer is a secret; `Are you sure you want to continue connecting` is none of them. */
const ASKS_SECRET = /pass(?:word|phrase|code)|verification code|PIN\b/i;
const MAX_QUESTION = 4096;

const CLIENT = `import { connect } from 'node:net';
const socket = connect(process.argv[2]);
let answer = '';
socket.on('connect', () => socket.write(JSON.stringify(process.argv[3] ?? '') + '\\n'));
socket.setEncoding('utf8').on('data', (text) => { answer += text; });
socket.on('error', () => process.exit(1));
socket.on('close', () => {
  if (answer === '') process.exit(1);
  process.stdout.write(answer);
});
`;

/** @param password asked at ssh's first question for one. Undefined: there is none, and ssh is told so. */
export async function startAskpass(password: (question: string) => Promise<string | undefined>): Promise<Askpass> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pssession-ask-')); // mode 0700
  const socketPath = path.join(folder, 's');
  const client = path.join(folder, 'ask.mjs');
  const script = path.join(folder, 'askpass');
  const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  await writeFile(client, CLIENT, { mode: 0o600 });
  await writeFile(
    script,
    `#!/bin/sh\nexec ${quoted(process.execPath)} ${quoted(client)} ${quoted(socketPath)} "$1"\n`,
    { mode: 0o700 },
  );
  let answered = false;
  const server = createServer((socket) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('error', () => {});
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (!text.includes('\n') || text.length > MAX_QUESTION) return;
      const question = text.slice(0, text.indexOf('\n'));
      text = '';
      if (answered || !ASKS_SECRET.test(question)) {
        socket.end();
        return;
      }
      answered = true;
      password(question).then(
        (secret) => socket.end(secret === undefined ? '' : `${secret}\n`),
        () => socket.end(),
      );
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
  server.unref();
  return {
    environment: {
      SSH_ASKPASS: script,
      SSH_ASKPASS_REQUIRE: 'force',
      // Before 8.4 ssh looks for a display instead.
      DISPLAY: process.env['DISPLAY'] ?? ':0',
    },
    async [Symbol.asyncDispose]() {
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
