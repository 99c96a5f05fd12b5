import { english } from '../texts/english.js';
import { deviceChoice, type DeviceFacts } from './deviceChoice.js';

const devices = [
  { deviceId: 'm1', kind: 'audio', label: 'Built-in' },
  { deviceId: 'm2', kind: 'audio', label: '' },
  { deviceId: 'c1', kind: 'video', label: 'Webcam' },
  { deviceId: 's1', kind: 'speaker', label: 'Speakers' },
];
const track = (deviceId: string) => ({ getSettings: () => ({ deviceId }) });
const local = [
  { getAudioTracks: () => [track('m2')], getVideoTracks: () => [track('c1')] } as unknown as MediaStream,
];
const choice = (facts: Partial<DeviceFacts>) =>
  deviceChoice({ kind: 'audio', devices, chosen: undefined, local, ...facts }, english);

test('the devices of one kind are listed, a nameless one by its number', () => {
  expect(choice({})).toMatchObject({
    label: 'Microphone',
    options: [
      { id: 'm1', label: 'Built-in' },
      { id: 'm2', label: 'Microphone 2' },
    ],
  });
  expect(choice({ kind: 'video' })).toMatchObject({ label: 'Camera', options: [{ id: 'c1' }] });
});

test('the one in use is selected, unless another was chosen that is still there', () => {
  expect(choice({}).selected).toBe('m2');
  expect(choice({ chosen: 'm1' }).selected).toBe('m1');
  expect(choice({ chosen: 'unplugged' }).selected).toBe('m2');
  expect(choice({ local: [] }).selected).toBe('');
});
