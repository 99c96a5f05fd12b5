/** @jest-environment node */
import { fakeStream, fakeTrack } from '../../testing/fakeMedia.js';
import { browserDevices } from './devices.js';

const named = (name: string): Error => Object.assign(new Error(name), { name });

/** A browser that has, or lets one use, only these kinds. */
function browser({
  has,
  denies = false,
}: {
  readonly has: readonly ('audio' | 'video')[];
  readonly denies?: boolean;
}) {
  const asked: MediaStreamConstraints[] = [];
  const media = {
    getUserMedia(wants: MediaStreamConstraints) {
      asked.push(wants);
      if (denies) return Promise.reject(named('NotAllowedError'));
      const kinds = (['audio', 'video'] as const).filter((kind) => wants[kind] !== false);
      if (kinds.some((kind) => !has.includes(kind))) return Promise.reject(named('NotFoundError'));
      return Promise.resolve(fakeStream(kinds.map((kind) => fakeTrack(kind, `${kind}-1`))));
    },
    enumerateDevices: () =>
      Promise.resolve([
        { kind: 'audioinput', deviceId: 'a', label: 'Headset' },
        { kind: 'audiooutput', deviceId: 'b', label: 'Speaker' },
        { kind: 'videoinput', deviceId: '', label: '' },
      ]),
  };
  return { asked, devices: browserDevices(media as unknown as MediaDevices) };
}

const kindsOf = (opened: Awaited<ReturnType<ReturnType<typeof browserDevices>['open']>>) =>
  'tracks' in opened ? opened.tracks.map(({ kind }) => kind) : opened.why;

test.each([
  [
    ['audio', 'video'],
    ['audio', 'video'],
  ],
  [['audio'], ['audio']],
  [['video'], ['video']],
  [[], 'no-device'],
] as const)('of %j in the browser, %j is opened', async (has, opened) => {
  expect(kindsOf(await browser({ has }).devices.open({ audio: true, video: true }))).toEqual(opened);
});

test('permission denied is no missing device, and is not asked for again', async () => {
  const { devices, asked } = browser({ has: ['audio', 'video'], denies: true });
  expect(kindsOf(await devices.open({ audio: true, video: true }))).toBe('no-permission');
  expect(asked).toHaveLength(1);
});

test('a device that was chosen is the one', async () => {
  const { devices, asked } = browser({ has: ['audio', 'video'] });
  await devices.open({ audio: false, video: 'cam-2' });
  expect(asked).toEqual([{ audio: false, video: expect.objectContaining({ deviceId: { exact: 'cam-2' } }) }]);
});

test('microphones and cameras are listed, as far as they have an id', async () => {
  expect(await browser({ has: [] }).devices.list()).toEqual([{ id: 'a', kind: 'audio', label: 'Headset' }]);
});

test('a page without devices has none, and says so', async () => {
  const devices = browserDevices(undefined);
  expect([kindsOf(await devices.open({ audio: true, video: true })), await devices.list()]).toEqual([
    'no-device',
    [],
  ]);
});
