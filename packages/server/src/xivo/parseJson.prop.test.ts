import * as fc from 'fast-check';
import { property } from '../testing/property.js';
import { parseJson } from './parseJson.js';

/** The JSON of a value, with one of an object's members written twice. */
function doubled(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(doubled);
    const at = items.findIndex((item) => item !== undefined);
    return at < 0
      ? undefined
      : `[${value.map((item, index) => (index === at ? items[at] : JSON.stringify(item))).join()}]`;
  }
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}:${JSON.stringify(member)}`,
  );
  return members[0] === undefined ? undefined : `{${[...members, members[0]].join()}}`;
}

const json = fc.jsonValue({ maxDepth: 5 });

property('parseJson takes all JSON that names no member twice', json, async (value) => {
  await Promise.resolve();
  const text = JSON.stringify(value);
  expect(parseJson(text)).toEqual(JSON.parse(text));
});

property('parseJson refuses a member that is written twice, wherever it is', json, async (value) => {
  await Promise.resolve();
  const text = doubled(value);
  if (text !== undefined) expect(() => parseJson(text)).toThrow(/same name/);
});
