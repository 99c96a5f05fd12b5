test('importing it needs no test runner and no page, and does nothing', async () => {
  expect(typeof window).toBe('undefined');
  const before = Object.keys(globalThis);
  const testing = await import('./index.js');
  expect(Object.keys(globalThis)).toEqual(before);
  expect(typeof testing.connectorContract).toBe('function');
});

test('a contract runs on whatever runner it is given', async () => {
  const { connectorContract } = await import('./index.js');
  const { parlour } = await import('./contract/fixtures/parlour.js');
  const names: string[] = [];
  const bodies: (() => Promise<void>)[] = [];
  connectorContract({
    name: 'Parlour',
    create: parlour,
    runner: {
      describe: (name, body) => {
        names.push(name);
        body();
      },
      it: (_name, body) => bodies.push(body),
    },
  });
  expect(names).toEqual(['Parlour keeps the connector contract']);
  expect(bodies.length).toBeGreaterThan(20);
  await bodies[0]?.();
});
