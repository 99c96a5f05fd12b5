#!/usr/bin/env node
import { help } from './cli/help.js';
import { readSettings } from './cli/readSettings.js';
import { startServer } from './cli/startServer.js';

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings.help) {
    process.stdout.write(help);
    return;
  }
  const server = await startServer(settings, tell);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second Ctrl-C doesn't wait.
      if (stopping) process.exit(1);
      stopping = true;
      void server.close().then(() => process.exit(0));
    });
  }
  tell('Ctrl-C stops it.');
}

main().catch((error: unknown) => {
  process.stderr.write(
    `offhook-server: ${error instanceof Error ? error.message : 'It failed.'}\nTry --help.\n`,
  );
  process.exit(2);
});
