import { fakeDevices, fakeMediaDevices, type FakeMediaDevices } from '@offhook/testing';
import { settle } from '../testing/promises.js';
import { mediaDevices } from './mediaDevices.js';

let devices: FakeMediaDevices;
beforeEach(() => {
  devices = fakeMediaDevices();
});
afterEach(() => devices.restore());

const labels = (): readonly string[] => mediaDevices().value.map(({ label }) => label);

describe('mediaDevices', () => {
  it('lists them by kind once somebody listens, and asks the person for nothing', async () => {
    expect(mediaDevices().value).toEqual([]);
    expect(devices.listeners).toBe(0);
    const told: unknown[] = [];
    const leave = mediaDevices().listen((list) => told.push(list));
    await settle();
    expect(told).toEqual([
      [
        { deviceId: 'mic', kind: 'audio', label: 'Microphone' },
        { deviceId: 'cam', kind: 'video', label: 'Camera' },
        { deviceId: 'ear', kind: 'speaker', label: 'Loudspeaker' },
      ],
    ]);
    expect(devices.prompts).toBe(0);
    leave();
  });

  it('follows what is plugged in and out, and is the same list while nothing changes', async () => {
    const leave = mediaDevices().listen(() => {});
    await settle();
    const before = mediaDevices().value;
    devices.become([...fakeDevices]);
    await settle();
    expect(mediaDevices().value).toBe(before);
    devices.become(fakeDevices.slice(0, 1));
    await settle();
    expect(labels()).toEqual(['Microphone']);
    leave();
  });

  it('is shared: one listener for all, and none when the last one has left', async () => {
    expect(mediaDevices()).toBe(mediaDevices());
    const leave = [1, 2, 3].map(() => mediaDevices().listen(() => {}));
    expect(devices.listeners).toBe(1);
    for (const each of leave) each();
    expect(devices.listeners).toBe(0);
    devices.become([]);
    await settle();
    expect(mediaDevices().value).toEqual([]);
    const again = mediaDevices().listen(() => {});
    devices.become(fakeDevices);
    await settle();
    expect(labels()).toHaveLength(3);
    again();
  });

  it('tells nobody what it learns after the last one has left', async () => {
    const told: unknown[] = [];
    mediaDevices().listen((list) => told.push(list))();
    await settle();
    expect(told).toEqual([]);
    expect(mediaDevices().value).toEqual([]);
  });

  it('leaves out what can’t be chosen yet', async () => {
    devices.become([{ deviceId: '', kind: 'videoinput', label: '' }]);
    const leave = mediaDevices().listen(() => {});
    await settle();
    expect(mediaDevices().value).toEqual([]);
    leave();
  });

  it('is empty on a server, and initially everywhere', () => {
    const { initial } = mediaDevices();
    devices.restore();
    expect(mediaDevices().value).toBe(initial);
    expect(mediaDevices().value).toEqual([]);
    expect(mediaDevices()).toBe(mediaDevices());
    devices = fakeMediaDevices();
  });
});

/** A page whose devices and permissions are the test's. */
async function onPage(navigator: object, check: () => Promise<void>): Promise<void> {
  devices.restore();
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: navigator });
  try {
    await check();
  } finally {
    if (before === undefined) Reflect.deleteProperty(globalThis, 'navigator');
    else Object.defineProperty(globalThis, 'navigator', before);
    devices = fakeMediaDevices();
  }
}

describe('a browser', () => {
  it('that answers late does not bring back what was', async () => {
    const answers: ((found: readonly object[]) => void)[] = [];
    const source = Object.assign(new EventTarget(), {
      enumerateDevices: () => new Promise((answer) => answers.push(answer)),
    });
    await onPage({ mediaDevices: source }, async () => {
      const leave = mediaDevices().listen(() => {});
      source.dispatchEvent(new Event('devicechange'));
      answers[1]?.([{ deviceId: 'new', kind: 'audioinput', label: 'New' }]);
      answers[0]?.([{ deviceId: 'old', kind: 'audioinput', label: 'Old' }]);
      await settle();
      expect(labels()).toEqual(['New']);
      leave();
    });
  });

  it('that forbids to look has none', async () => {
    const source = Object.assign(new EventTarget(), {
      enumerateDevices: () => Promise.reject(new Error('no')),
    });
    await onPage({ mediaDevices: source }, async () => {
      const leave = mediaDevices().listen(() => {});
      await settle();
      expect(mediaDevices().value).toEqual([]);
      leave();
    });
  });

  it('that comes to allow it tells the names, where it knows such a permission', async () => {
    const camera = new EventTarget();
    let label = '';
    const source = Object.assign(new EventTarget(), {
      enumerateDevices: () => Promise.resolve([{ deviceId: 'cam', kind: 'videoinput', label }]),
    });
    const permissions = {
      query: ({ name }: { readonly name: string }) =>
        name === 'camera' ? Promise.resolve(camera) : Promise.reject(new TypeError('unknown')),
    };
    await onPage({ mediaDevices: source, permissions }, async () => {
      const leave = mediaDevices().listen(() => {});
      await settle();
      expect(labels()).toEqual(['']);
      label = 'Camera';
      camera.dispatchEvent(new Event('change'));
      await settle();
      expect(labels()).toEqual(['Camera']);
      leave();
      label = 'Another';
      camera.dispatchEvent(new Event('change'));
      await settle();
      expect(labels()).toEqual(['Camera']);
    });
  });
});
