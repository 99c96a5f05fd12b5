import {
  amount,
  date,
  defined,
  directionOf,
  endAt,
  fields,
  flag,
  id,
  lastWord,
  list,
  meaning,
  party,
  text,
  webAddress,
} from './read.js';

const nothing = [undefined, null, false, true, NaN, () => undefined, Symbol('x')];

describe('fields', () => {
  it('gives an object as it is', () => {
    const object = { a: 1 };
    expect(fields(object)).toBe(object);
  });

  it.each([...nothing, 'text', 7, ''])('of %p there are none', (value) => {
    expect(fields(value)).toEqual({});
  });
});

describe('a list', () => {
  it('is the items as objects, and what is no object has no fields', () => {
    expect(list([{ a: 1 }, null, 'x', 7])).toEqual([{ a: 1 }, {}, {}, {}]);
  });

  it('is cut after a hundred items, so that no frame can keep the page busy', () => {
    const items = Array.from({ length: 101 }, (_, at) => ({ at }));
    expect(list(items)).toHaveLength(100);
    expect(list(items).at(-1)).toEqual({ at: 99 });
  });

  it.each([...nothing, 'text', { length: 1, 0: {} }])('of %p is empty', (value) => {
    expect(list(value)).toEqual([]);
  });
});

describe('text', () => {
  it('is text as it is', () => {
    expect(text('Ada')).toBe('Ada');
    expect(text('x'.repeat(9_999))).toHaveLength(9_999);
  });

  it('is not a flood of it', () => {
    expect(text('x'.repeat(10_000))).toBeUndefined();
  });

  it.each([...nothing, '', 7, ['text'], { length: 4 }])('%p is none', (value) => {
    expect(text(value)).toBeUndefined();
  });
});

describe('an id', () => {
  it.each([
    ['text', '314705503099', '314705503099'],
    ['a number', 501, '501'],
    ['zero', 0, '0'],
    ['the largest number that is safe', Number.MAX_SAFE_INTEGER, '9007199254740991'],
  ])('is %s', (_name, value, expected) => {
    expect(id(value)).toBe(expected);
  });

  it.each([...nothing, '', 1.5, 2 ** 53, Infinity, [501], {}])('%p is none', (value) => {
    expect(id(value)).toBeUndefined();
  });
});

describe('an amount', () => {
  it.each([1, 0.5, 8_999_999_999_999_999])('%p is one', (value) => {
    expect(amount(value)).toBe(value);
  });

  it.each([...nothing, 0, -1, 9e15, Infinity, '7', [7]])('%p is none', (value) => {
    expect(amount(value)).toBeUndefined();
  });
});

describe('a date', () => {
  it('is the milliseconds of its text', () => {
    expect(date('2026-11-21T08:00:00.000Z')).toBe(Date.UTC(2026, 10, 21, 8));
  });

  it.each([...nothing, '', 'yesterday', 1_000, '1970-01-01T00:00:00Z', '1969-12-31T00:00:00Z'])(
    '%p is none',
    (value) => {
      expect(date(value)).toBeUndefined();
    },
  );
});

describe('a flag', () => {
  it.each([true, false])('%p is one', (value) => {
    expect(flag(value)).toBe(value);
  });

  it.each([undefined, null, 'true', 1, 0])('%p is none', (value) => {
    expect(flag(value)).toBeUndefined();
  });
});

describe('the last word', () => {
  it.each([
    ['webphone-session-onHold', 'onHold'],
    ['connectionStatus-connected', 'connected'],
    ['idle', 'idle'],
  ])('of %s is %s', (status, word) => {
    expect(lastWord(status)).toBe(word);
  });

  it.each([undefined, null, '', 7, ['a-b']])('of %p is none', (status) => {
    expect(lastWord(status)).toBeUndefined();
  });
});

describe('the direction', () => {
  it.each([
    ['Inbound', 'inbound'],
    ['Outbound', 'outbound'],
  ])('%s is %s', (theirs, ours) => {
    expect(directionOf({ direction: theirs })).toBe(ours);
  });
});

describe('a web address', () => {
  it.each([
    'https://media.ringcentral.com/content/2?x=1#part',
    'http://127.0.0.1:4301/app.html',
    'HTTPS://media.ringcentral.com/',
  ])('%s is one', (address) => {
    expect(webAddress(address)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    'javascript:open("https://x.example")',
    ' https://x.example',
    'httpx://x.example',
    'https//x.example',
    'data:text/html,https:',
    '/content/2',
    '',
    undefined,
    null,
    7,
    { href: 'https://x.example' },
  ])('%p is none', (value) => {
    expect(webAddress(value)).toBeUndefined();
  });

  it.each([
    ['https://m.example/2?access_token=secret', 'https://m.example/2?'],
    ['https://m.example/2?access_token=secret&x=1', 'https://m.example/2?&x=1'],
    ['https://m.example/2?x=1&access_token=secret#part', 'https://m.example/2?x=1&#part'],
    ['https://m.example/2?ACCESS_TOKEN=secret', 'https://m.example/2?'],
    ['https://m.example/2?access_token=a&access_token=b', 'https://m.example/2?&'],
    [
      'https://r.example/?media=https%3A%2F%2Fm.example%2F2%3Faccess_token%3Dsecret&title=x',
      'https://r.example/?media=https%3A%2F%2Fm.example%2F2%3F&title=x',
    ],
    ['https://r.example/?media=m%3Faccess_token%3dsecret', 'https://r.example/?media=m%3F'],
  ])('%s loses its access token, and nothing else', (address, safe) => {
    expect(webAddress(address)).toBe(safe);
  });
});

describe('the meaning of a word', () => {
  const theirs = { ours: 'one two', other: 'three' };

  it.each([
    ['one', 'ours'],
    ['two', 'ours'],
    ['three', 'other'],
  ])('%s is found', (word, ours) => {
    expect(meaning(theirs, word)).toBe(ours);
  });

  it.each([undefined, null, '', 'on', 'one two', 'ours', 7, ['one']])('%p has none', (word) => {
    expect(meaning(theirs, word)).toBeUndefined();
  });
});

describe('what is defined', () => {
  it('stays, also what is empty or false, and the rest has no key', () => {
    const facts: { a?: number | undefined; b: boolean; c: null; d: string } = {
      a: undefined,
      b: false,
      c: null,
      d: '',
    };
    expect(Object.entries(defined(facts))).toEqual([
      ['b', false],
      ['c', null],
      ['d', ''],
    ]);
  });
});

describe('a party', () => {
  it.each([
    ['a number', ['+12165325078'], { number: '+12165325078' }],
    ['a number and a name', ['+12165325078', 'Ada'], { number: '+12165325078', name: 'Ada' }],
    ['nobody known', [undefined], {}],
    ['an empty number and name', ['', ''], {}],
    ['a number that is none', [7, 8], {}],
    ['our own side: the extension, not the number of the company', ['16505550000*101'], { extension: '101' }],
    ['our own side, named', ['16505550000*101', 'Me'], { name: 'Me', extension: '101' }],
    ['a star with nothing behind it', ['16505550000*'], { number: '16505550000' }],
    [
      'an extension of its own',
      ['+16505550101', 'Me', 101],
      { number: '+16505550101', name: 'Me', extension: '101' },
    ],
    [
      'an extension before that of the number',
      ['16505550000*101', 'Me', '102'],
      { name: 'Me', extension: '102' },
    ],
  ])('is read from %s', (_name, [number, name, extension], expected) => {
    expect(Object.entries(party(number, name, extension)).sort()).toEqual(Object.entries(expected).sort());
  });
});

describe('an end of a call or message', () => {
  it.each([
    ['a number', { phoneNumber: '+12165325078' }, undefined, { number: '+12165325078' }],
    ['its own name', { phoneNumber: '+1216', name: 'Ada' }, undefined, { number: '+1216', name: 'Ada' }],
    [
      'a name that stands beside it',
      { phoneNumber: '+1216', name: 'Ada' },
      'Eve',
      { number: '+1216', name: 'Eve' },
    ],
    ['an extension for a number', { extensionNumber: 101 }, undefined, { number: '101', extension: '101' }],
    [
      'a number and an extension',
      { phoneNumber: '+16505550101', extensionNumber: '101' },
      undefined,
      { number: '+16505550101', extension: '101' },
    ],
    ['nothing', undefined, undefined, {}],
    ['null', null, 'Ada', { name: 'Ada' }],
  ])('is read from %s', (_name, end, named, expected) => {
    expect(endAt(end, named)).toEqual(expected);
  });
});
