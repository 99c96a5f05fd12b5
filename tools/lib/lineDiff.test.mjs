import assert from 'node:assert/strict';
import test from 'node:test';
import { lineDiff } from './lineDiff.mjs';

test('equal texts have no difference', () => assert.deepEqual(lineDiff('a\nb', 'a\nb'), []));

test('only the lines that changed are told, in order', () => {
  assert.deepEqual(lineDiff('a\nb\nc\nd', 'a\nc\nx\nd'), ['- b', '+ x']);
  assert.deepEqual(lineDiff('', 'a'), ['- ', '+ a']);
  assert.deepEqual(lineDiff('a\nb', 'a\nb\nc'), ['+ c']);
});
