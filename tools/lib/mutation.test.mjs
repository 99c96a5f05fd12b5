import assert from 'node:assert/strict';
import test from 'node:test';
import { groupOf, scores } from './mutation.mjs';

test("core's folds are one group, each vendor's translating and dispatching files are two", () => {
  assert.equal(groupOf('packages/core/src/fold/foldCall.ts'), 'core fold');
  assert.equal(groupOf('packages/connectors/src/ringcentral/translateCall.ts'), 'ringcentral translate');
  assert.equal(groupOf('packages/connectors/src/ringcentral/joinCalls.ts'), 'ringcentral translate');
  assert.equal(groupOf('packages/connectors/src/connect-me/dispatch.ts'), 'connect-me dispatch');
});

test('tests, wires, channels and the connector itself are not mutated', () => {
  for (const file of [
    'packages/core/src/fold/foldCall.test.ts',
    'packages/core/src/model/call.ts',
    'packages/connectors/src/ringcentral/wire.ts',
    'packages/connectors/src/ringcentral/index.ts',
    'packages/connectors/src/ringcentral/link.ts',
    'packages/connectors/src/ringcentral/options.ts',
    'packages/connectors/src/ringcentral/ringCentral.ts',
    'packages/connectors/src/connect-me/connectMe.ts',
    'packages/connectors/src/ringcentral/channel/widgetFrame.ts',
    'packages/connectors/src/ringcentral/dispatch.test.ts',
  ]) {
    assert.equal(groupOf(file), undefined, file);
  }
});

test('a time-out kills, code without a test survives, and what does not compile is not counted', () => {
  const statuses = [
    'Killed',
    'Killed',
    'Timeout',
    'Survived',
    'NoCoverage',
    'CompileError',
    'Ignored',
    'RuntimeError',
  ];
  const [score] = scores(
    statuses.map((status) => ({ fileName: 'packages/core/src/fold/a.ts', status })),
    ({ fileName }) => groupOf(fileName),
  );
  assert.deepEqual(score, { name: 'core fold', killed: 3, survived: 2, score: 60 });
});

test('a group in which nothing could be killed scores nothing', () => {
  assert.equal(
    scores([{ fileName: 'packages/core/src/fold/a.ts', status: 'Ignored' }], () => 'g')[0]?.score,
    0,
  );
});
