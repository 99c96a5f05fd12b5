import { systemIds } from './ids.js';

const many = (): ReadonlySet<string> => new Set(Array.from({ length: 1_000 }, () => systemIds.next()));

it('makes UUIDs, each another one', () => {
  expect(many().size).toBe(1_000);
  expect(systemIds.next()).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

it('makes random ids where the page is not a secure context and has no randomUUID', () => {
  const { crypto } = globalThis;
  Object.defineProperty(globalThis, 'crypto', {
    configurable: true,
    value: { getRandomValues: (bytes: Uint8Array) => crypto.getRandomValues(bytes) },
  });
  try {
    expect(many().size).toBe(1_000);
    expect(systemIds.next()).toMatch(/^[0-9a-f]{32}$/);
  } finally {
    Object.defineProperty(globalThis, 'crypto', { configurable: true, value: crypto });
  }
});
