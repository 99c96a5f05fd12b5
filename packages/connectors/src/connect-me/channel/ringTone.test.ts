import { ringTone } from './ringTone.js';

/** A browser's Web Audio, as far as a ringer uses it. */
function fakeAudio(state: 'running' | 'suspended'): {
  readonly log: string[];
  readonly samples: () => Float32Array;
  readonly listeners: ReadonlyMap<string, () => void>;
} {
  const log: string[] = [];
  const listeners = new Map<string, () => void>();
  let samples = new Float32Array();
  class FakeContext {
    state = state;
    readonly sampleRate = 8_000;
    readonly destination = {};
    constructor() {
      log.push('context');
    }
    createBuffer(_channels: number, length: number): unknown {
      samples = new Float32Array(length);
      return { getChannelData: () => samples };
    }
    async resume(): Promise<void> {
      log.push('resume');
      if (listeners.size === 0) throw new DOMException('no gesture', 'NotAllowedError');
    }
    async close(): Promise<void> {
      log.push('close');
    }
    async setSinkId(deviceId: string): Promise<void> {
      log.push(`sink ${deviceId}`);
    }
  }
  class FakeSource {
    constructor(_context: unknown, { loop }: { loop: boolean }) {
      log.push(loop ? 'loop' : 'once');
    }
    connect(): void {}
    start(): void {
      log.push('start');
    }
  }
  jest.replaceProperty(globalThis, 'AudioContext' as never, FakeContext as never);
  jest.replaceProperty(globalThis, 'AudioBufferSourceNode' as never, FakeSource as never);
  jest.replaceProperty(
    globalThis,
    'window' as never,
    {
      addEventListener: (type: string, act: () => void) => listeners.set(type, act),
      removeEventListener: (type: string) => listeners.delete(type),
    } as never,
  );
  return { log, samples: () => samples, listeners };
}

beforeAll(() => Object.assign(globalThis, { AudioContext: 0, AudioBufferSourceNode: 0, window: 0 }));
afterAll(() => {
  for (const key of ['AudioContext', 'AudioBufferSourceNode', 'window'])
    Reflect.deleteProperty(globalThis, key);
});

describe('the ringer in the page', () => {
  it('S0-8: rings on and on until it is told to stop, and leaves nothing behind', async () => {
    const { log, listeners } = fakeAudio('running');
    const tone = ringTone();
    await tone.ring(true);
    await tone.ring(true);
    expect(log).toEqual(['context', 'loop', 'start']);
    await tone.ring(false);
    await tone.ring(false);
    expect(log.slice(3)).toEqual(['close']);
    expect(listeners.size).toBe(0);
  });

  it('rings one second of four, without a click', async () => {
    const { samples } = fakeAudio('running');
    await ringTone().ring(true);
    const tone = samples();
    expect(tone.length).toBe(4 * 8_000);
    expect(Math.max(...tone.slice(0, 8_000))).toBeGreaterThan(0.2);
    expect(tone.slice(8_000).every((sample) => sample === 0)).toBe(true);
    expect(Math.abs(tone[0] ?? 1)).toBeLessThan(0.01);
    expect(Math.abs(tone[7_999] ?? 1)).toBeLessThan(0.01);
  });

  it('rings from the first touch on where the browser lets no page sound before', async () => {
    const { log, listeners } = fakeAudio('suspended');
    const tone = ringTone();
    await tone.ring(true);
    expect([...listeners.keys()]).toEqual(['pointerdown', 'keydown']);
    const before = log.length;
    listeners.get('pointerdown')?.();
    expect(log.slice(before)).toEqual(['resume']);
    await tone.ring(false);
    expect(listeners.size).toBe(0);
  });

  it('sounds where the loudspeaker is, now and at the next call', async () => {
    const { log } = fakeAudio('running');
    const tone = ringTone();
    await tone.setSink('speaker-1');
    await tone.ring(true);
    expect(log.at(-1)).toBe('sink speaker-1');
    await tone.setSink('');
    expect(log.at(-1)).toBe('sink ');
  });
});
