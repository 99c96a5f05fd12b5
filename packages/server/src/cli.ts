#!/usr/bin/env node
import { help } from './cli/help.js';
import { readSettings } from './cli/readSettings.js';
import { stopOnSignals } from './cli/stopOnSignals.js';

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const [command, ...args] = process.argv.slice(2);
  if (command === 'livechat') {
    // Loaded when it is needed: each of the two services has dependencies that the other can do without.
    const { runChat } = await import('./cli/runChat.js');
    await runChat(args, process.env, tell);
    return;
  }
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings.help) {
    process.stdout.write(help);
    return;
  }
  const { startServer } = await import('./cli/startServer.js');
  const server = await startServer(settings, tell);
  stopOnSignals(() => server.close());
  tell('Ctrl-C stops it.');
}

main().catch((error: unknown) => {
  process.stderr.write(
    `offhook-server: ${error instanceof Error ? error.message : 'It failed.'}\nTry --help.\n`,
  );
  process.exit(2);
});
