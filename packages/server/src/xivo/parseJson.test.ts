import { parseJson } from './parseJson.js';
import { scanJson } from './scanJson.js';

describe('parseJson', () => {
  it.each([
    '{}',
    '[]',
    '5',
    '"a:b{[\\"c"',
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}',
    '{"a\\\\":1,"a":2,"\\"":":"}',
    '{"__proto__":{"x":1},"constructor":2}',
    '{"":1," ":2}',
    ' { "a" : [ 1 , { } , null ] } ',
  ])('gives what the parser gives for %s', (text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"b":{"c":1,"c":{"d":1}}}',
    '[{"a":1,"\\u0061":2}]',
    '{"a":{"b":1},"a":{"c":2}}',
    '{"a":{"b":1,"c":2},"a":1,"d":3}',
    '{"__proto__":1,"__proto__":2}',
    '{"":1,"":2}',
  ])('refuses %s, which names a member twice', (text) => {
    expect(() => parseJson(text)).toThrow(/two members with the same name/);
  });

  it('counts depth where it is, not in texts', () => {
    expect(scanJson('{"a":["[[[[",{"b":"\\"{"}]}')).toEqual({ depth: 3, members: 2 });
    expect(() => parseJson(`${'['.repeat(16)}${']'.repeat(16)}`)).not.toThrow();
    expect(() => parseJson(`${'['.repeat(17)}${']'.repeat(17)}`)).toThrow(/more than 16 levels/);
  });

  it('quotes nothing of what it was given', () => {
    expect(() => parseJson('{"token":"eyJhbGciOi"x}')).toThrow(
      /^The body is not valid JSON, or was cut short\.$/,
    );
  });
});
