/** @jest-environment jsdom */
import { bindingBehaviours, bindingContract } from './bindingContract.js';
import { plainBinding, type BindingMistake } from './fixtures/plainBinding.js';

bindingContract({ name: 'A plain binding', driver: plainBinding() });

/** The names of the behaviours that a binding with this mistake doesn't show. */
async function failing(mistake: BindingMistake): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const { name, check } of bindingBehaviours({ driver: plainBinding(mistake) })) {
    await check().catch(() => failed.push(name));
  }
  return failed;
}

test('the contract has more than 40 behaviours, each named once', () => {
  const names = bindingBehaviours({ driver: plainBinding() }).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(40);
});

describe('the contract finds a binding that', () => {
  const late =
    /comes late|comes or goes|chat|files|captcha|callback|the server|has ended|id|focus|call: |impossible|hydration|1000 rows|mount|another client|first shown|are searched|be looked up/;
  const mistakes: readonly (readonly [BindingMistake, readonly RegExp[]])[] = [
    [
      'keeps observing',
      [
        /leaves no observer/,
        /hydration/,
        /old one is observed/,
        /leaves nothing/,
        /once a second/,
        /rows/,
        /knows/,
        /unmounted/,
        /again/,
        /until nobody looks/,
        /chat in focus/,
        /another chat/,
      ],
    ],
    ['misses what was before', [late]],
    [
      'shows each event',
      [
        /one update/,
        /hundred events/,
        /each once/,
        /hundred messages/,
        /said twice/,
        /change of one call/,
        /changes nothing/,
        /1000 rows/,
        /what the log tells/,
        /streams of a chat/,
      ],
    ],
    ['shows every row anew', [/1000 rows/, /comes or goes/]],
    [
      'keeps its first id',
      [
        /another id/,
        /id was given last/,
        /follow their id/,
        /taken away/,
        /another contact’s/,
        /another query/,
        /another number’s/,
        /nor for nobody/,
        /saved for the call shown/,
      ],
    ],
    ['hydrates with the real value', [/hydration/]],
    ['observes on the server', [/a server shows/, /neither on a server/, /none on a server/]],
    [
      'rejects',
      [
        /not a rejection/,
        /without rejecting/,
        /same functions/,
        /rejects nothing/,
        /settings follow/,
        /files go/,
        /callback is asked/,
      ],
    ],
    ['makes functions anew', [/same functions/]],
    ['keeps its first handler', [/the handler given last/]],
    ['keeps its handler', [/unmounted handler/, /50 times/]],
    ['subscribes for each handler', [/without another subscription/]],
    ['swallows errors', [/a handler that throws/]],
    [
      'closes the client',
      [/unmounted harms nobody/, /mounted again/, /one stays/, /closes nothing/, /50 times/, /five seconds/],
    ],
    ['keeps its frame', [/50 times/, /while that is mounted/, /coming back/, /with openOn/]],
    ['names no connector', [/connector that was named/]],
    ['styles its frame', [/no look of its own/]],
    ['keeps its pages', [/leaves no frame/]],
    ['takes the focus', [/take the focus/]],
    ['loses the focus', [/puts the focus/, /walked by keys/]],
    ['begins pages anew', [/keeps each page/]],
    ['forgets the keys', [/walked by keys/]],
    ['opens later', [/right in the click/]],
    ['says it in English', [/in the words/, /given to say/]],
    ['guesses without a client', [/no client was given/]],
    ['ignores another client', [/another client at run time/]],
    ['takes another client in silence', [/another client at run time is an OffhookError/]],
  ];
  test.each(mistakes)(
    '%s',
    async (mistake, demands) => {
      const failed = await failing(mistake);
      for (const demand of demands) expect(failed).toContainEqual(expect.stringMatching(demand));
      expect(failed.filter((name) => !demands.some((demand) => demand.test(name)))).toEqual([]);
    },
    60_000,
  );
});
