import { loudspeaker } from './loudspeaker.js';

interface Output {
  readonly kind: string;
  readonly label: string;
  readonly deviceId: string;
}

const outputs: readonly Output[] = [
  { kind: 'audioinput', label: 'Speakerphone microphone', deviceId: 'mic' },
  { kind: 'audiooutput', label: 'Headset speaker', deviceId: 'headset' },
  { kind: 'audiooutput', label: 'Speakerphone', deviceId: 'loud' },
];

/** A page with one video, in a browser with these outputs. */
function page(devices: readonly Output[], canChoose = true): readonly string[] {
  const log: string[] = [];
  const video = { setSinkId: async (deviceId: string) => void log.push(`video ${deviceId}`) };
  Object.assign(globalThis, {
    document: { querySelectorAll: () => [video] },
    HTMLMediaElement: { prototype: canChoose ? { setSinkId: 1 } : {} },
  });
  jest.replaceProperty(globalThis, 'navigator', {
    mediaDevices: { enumerateDevices: async () => devices },
  } as never);
  return log;
}

beforeAll(() => {
  if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: {} });
});
afterEach(() => {
  for (const key of ['document', 'HTMLMediaElement']) Reflect.deleteProperty(globalThis, key);
});

describe('the loudspeaker', () => {
  it('S0-9: takes all that sounds in the page to the loudspeaker, and back', async () => {
    const log = page(outputs);
    const sinks: string[] = [];
    const speaker = loudspeaker({ setSink: async (deviceId) => void sinks.push(deviceId) });
    await speaker(true);
    await speaker(false);
    expect(log).toEqual(['video loud', 'video ']);
    expect(sinks).toEqual(['loud', '']);
  });

  it.each([
    ['there is none', outputs.slice(0, 2), true],
    ['the browser lets nobody choose', outputs, false],
  ] as const)('says so when %s', async (_, devices, canChoose) => {
    page(devices, canChoose);
    const speaker = loudspeaker({ setSink: async () => {} });
    await expect(speaker(true)).rejects.toMatchObject({ code: 'not-supported' });
  });
});
