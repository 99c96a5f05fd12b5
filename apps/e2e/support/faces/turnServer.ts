import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const isThere = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** coturn: named by a variable, or on the path. */
export const turnProgram = [
  process.env['TURNSERVER_PATH'] ?? '',
  ...(process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, 'turnserver')),
].find((file) => file !== '' && isThere(file));

/** A relay on loopback that knows who may use it by a shared secret. */
export interface TurnServer {
  readonly url: string;
  close(): Promise<void>;
}

/** A port that nobody has now. */
async function freePort(): Promise<number> {
  const socket = createSocket('udp4');
  await once(socket.bind(0, '127.0.0.1'), 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}

export async function startTurnServer(program: string, secret: string): Promise<TurnServer> {
  const port = await freePort();
  const folder = tmpdir();
  const child = spawn(
    program,
    [
      '-n',
      '--use-auth-secret',
      `--static-auth-secret=${secret}`,
      '--realm=offhook.test',
      '--listening-ip=127.0.0.1',
      '--relay-ip=127.0.0.1',
      `--listening-port=${port}`,
      '--allow-loopback-peers',
      '--no-tls',
      '--no-dtls',
      '--no-cli',
      '--log-file=stdout',
      `--pidfile=${folder}/offhook-turn-${port}.pid`,
      `--userdb=${folder}/offhook-turn-${port}.db`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  child.stderr.resume();
  for await (const line of createInterface(child.stdout)) {
    if (!/IO method \(admin thread\)/.test(line)) continue;
    child.stdout.resume();
    return {
      url: `turn:127.0.0.1:${port}?transport=udp`,
      async close() {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      },
    };
  }
  throw new Error('The relay did not start.');
}
