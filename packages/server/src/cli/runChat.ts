import { chatHelp } from './chatHelp.js';
import { readChatSettings } from './readChatSettings.js';
import { startChat } from './startChat.js';
import { stopOnSignals } from './stopOnSignals.js';

/** `offhook-server livechat …`: serves until it is told to stop. */
export async function runChat(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  tell: (line: string) => void,
): Promise<void> {
  const settings = readChatSettings(args, env);
  if (settings.help) {
    process.stdout.write(chatHelp);
    return;
  }
  const server = await startChat(settings, tell);
  const stop = stopOnSignals(() => server.close());
  if (settings.untilStdinEnds) process.stdin.once('end', stop).resume();
  tell('Ctrl-C stops it.');
}
