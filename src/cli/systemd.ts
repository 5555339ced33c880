/** What systemd tells a service and hears from it: sockets that it opened, and readiness. [sd_listen_fds(3), sd_notify(3)] */
import { spawn } from 'node:child_process';

const FIRST_DESCRIPTOR = 3;

/** Descriptors of listening sockets that were passed to this process; empty without socket activation. */
export function passedSockets(environment: NodeJS.ProcessEnv, processId: number): readonly number[] {
  if (environment['LISTEN_PID'] !== String(processId)) return [];
  const count = Number(environment['LISTEN_FDS']);
  return Number.isInteger(count) && count > 0 && count < 64
    ? Array.from({ length: count }, (_, index) => FIRST_DESCRIPTOR + index)
    : [];
}

/** Says it to systemd, if it waits for that. Node has no datagram sockets of Unix, so its own program does it. */
export function notifySystemd(word: 'ready' | 'reloading' | 'stopping', environment: NodeJS.ProcessEnv): void {
  if (environment['NOTIFY_SOCKET'] === undefined) return;
  const words =
    word === 'reloading' ? ['RELOADING=1', `MONOTONIC_USEC=${process.hrtime.bigint() / 1000n}`] : [`--${word}`];
  const child = spawn('systemd-notify', [...words, `--pid=${process.pid}`], { stdio: 'ignore' });
  child.on('error', () => {
    process.stderr.write(
      'pssession serve: systemd-notify was not found; systemd does not hear that the endpoint is ready.\n',
    );
  });
}
