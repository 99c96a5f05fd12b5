import { shareContent } from './shareContent.js';

function browser(share?: (data: unknown) => Promise<void>): readonly string[] {
  const copied: string[] = [];
  const clipboard = { writeText: async (text: string) => void copied.push(text) };
  jest.replaceProperty(globalThis, 'navigator', { clipboard, ...(share && { share }) } as never);
  return copied;
}

const refuse = (name: string) => async (): Promise<void> => Promise.reject(new DOMException('no', name));

beforeAll(() => {
  if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: {} });
});

describe('sharing', () => {
  it('S0-10: is the browser’s own dialog', async () => {
    const shared: unknown[] = [];
    const copied = browser(async (data) => void shared.push(data));
    await shareContent({ text: 'Hello', url: 'https://a.example' });
    expect(shared).toEqual([{ text: 'Hello', url: 'https://a.example' }]);
    expect(copied).toEqual([]);
  });

  it('S0-10: is the clipboard where there is no dialog, or none may open', async () => {
    for (const share of [undefined, refuse('NotAllowedError')]) {
      const copied = browser(share);
      await shareContent({ title: 'A title', text: 'Hello', url: 'https://a.example' });
      await shareContent({ title: 'A title' });
      expect(copied).toEqual(['Hello\nhttps://a.example', 'A title']);
    }
  });

  it('is over when the person thinks better of it', async () => {
    const copied = browser(refuse('AbortError'));
    await shareContent({ text: 'Hello' });
    expect(copied).toEqual([]);
  });
});
