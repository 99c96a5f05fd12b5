import { chatConnectorBehaviours, chatConnectorContract } from './chatConnectorContract.js';
import { lounge, type ChatMistake } from './fixtures/lounge.js';

const media = ['video', 'screen', 'cobrowse'] as const;

chatConnectorContract({ name: 'Lounge', create: lounge, media });

/** The names of the behaviours that a connector with this mistake doesn't show. */
async function failing(mistake: ChatMistake): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const { name, check } of chatConnectorBehaviours({
    create: (environment) => lounge(environment, mistake),
    media,
  })) {
    await check().catch(() => failed.push(name));
  }
  return failed;
}

test('each behaviour has a name of its own', () => {
  const names = chatConnectorBehaviours({ create: lounge, media }).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

describe('the contract finds a connector that', () => {
  const mistakes: readonly (readonly [ChatMistake, readonly RegExp[]])[] = [
    ['takes calls by itself', [/not before/]],
    ['keeps the streams of a call', [/each step told once/]],
    ['forgets who hung up', [/hangs up on demand/]],
    ['tells the vendor twice that it is shown no more', [/shows the screen on demand/]],
    ['says that the page is shown before it is', [/shows the page/]],
    ['keeps its listener', [/everything back/, /without a leak/]],
    ['keeps a timer', [/everything back/, /without a leak/]],
    ['shows echoes beside what was sent', [/one and the same/, /same text apart/, /written meanwhile/]],
    ['shows equal texts as one', [/same text apart/]],
    ['forgets what was written while the server was away', [/written meanwhile/]],
    ['sends again what has arrived', [/written meanwhile/]],
    ['tells old messages as news', [/none of it is news/]],
    ['begins another chat after a refusal', [/tried again/]],
    ['refuses without a word', [/tried again/]],
    ['brings ended chats back', [/has ended/]],
    ['says the agent ended it', [/the customer did it/]],
    ['never sees the server go', [/written meanwhile/]],
    ['keeps the agents to itself', [/one id all its life/]],
    ['tells a message anew each time', [/tells each message once/]],
    ['trusts its vendor', [/must not say/]],
    ['changes what it has given', [/never changes an object/]],
  ];
  test.each(mistakes)('%s', async (mistake, demands) => {
    const failed = await failing(mistake);
    for (const demand of demands) expect(failed).toContainEqual(expect.stringMatching(demand));
    expect(failed.filter((name) => !demands.some((demand) => demand.test(name)))).toEqual([]);
  });
});
