#!/usr/bin/env node
import { readArguments } from './read-arguments.js';
import { startSimulator } from './start-simulator.js';

const help = `offhook-simulator: the softphone and chat vendors, simulated on this machine. Nothing leaves it.

  --port N                   port of the board; the vendors follow at N+1 … (default 4300)
  --strict-origins URL,…     host origins that the vendors talk with (default: any of this machine)
  --no-live-chat             without Tetherfi, whose back end is a process of its own
  --help                     this text

Board and control API   http://localhost:4300
RingCentral widget      http://127.0.0.1:4301/adapter.js and /app.html
Connect Me widget       http://127.0.0.1:4302/#tpis=v1
Kunzite softphone       http://127.0.0.1:4303
XiVO agent desktop      http://127.0.0.1:4304
Tetherfi live chat      http://localhost:4305/tetherfi/livechat/livechat.js, agents at /agent

THIRD_PARTY_URL            what XiVO's desktop asks about each call (default http://localhost:4306/xivo?session=…)
THIRD_PARTY_LOGIN_URL      what it calls at each log-in, with %{login}, %{token} and %{xivocchost}
                           (either, empty: nothing)`;

async function main(): Promise<void> {
  const { help: wantsHelp, ...options } = readArguments(process.argv.slice(2));
  if (wantsHelp) {
    console.log(help);
    return;
  }
  const { THIRD_PARTY_URL: thirdPartyUrl, THIRD_PARTY_LOGIN_URL: loginUrl } = process.env;
  const simulator = await startSimulator({
    ...options,
    ...(thirdPartyUrl === undefined ? {} : { thirdPartyUrl }),
    ...(loginUrl === undefined ? {} : { loginUrl }),
    log: (line) => console.log(line),
  });
  console.log('Ctrl-C stops it.');
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second Ctrl-C doesn't wait.
      if (stopping) process.exit(1);
      stopping = true;
      void simulator.close().then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  console.error(`offhook-simulator: ${error instanceof Error ? error.message : String(error)}\nTry --help.`);
  process.exit(2);
});
