import { mediaDevices } from '@offhook/core';
import { settle } from './contract/settle.js';
import { fakeDevices, fakeMediaDevices } from './fakeMediaDevices.js';
import { fakeStream } from './fakeStream.js';

const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');

describe('fakeMediaDevices', () => {
  it('gives the page devices until it is restored, and knows who listens', async () => {
    const devices = fakeMediaDevices();
    const told: string[] = [];
    const leave = mediaDevices().listen((list) => told.push(list.map(({ label }) => label).join()));
    await settle();
    devices.become(fakeDevices.slice(0, 1));
    await settle();
    expect(told).toEqual(['Microphone,Camera,Loudspeaker', 'Microphone']);
    expect(devices.listeners).toBe(1);
    leave();
    expect(devices.listeners).toBe(0);
    devices.restore();
    expect(Object.getOwnPropertyDescriptor(globalThis, 'navigator')).toEqual(before);
    expect(mediaDevices().value).toEqual([]);
  });

  it('stands beside what a navigator has, and counts who is asked for a camera', async () => {
    Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { userAgent: 'test' } });
    const devices = fakeMediaDevices([]);
    expect(navigator.userAgent).toBe('test');
    await expect(navigator.mediaDevices.getUserMedia({ audio: true })).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect(devices.prompts).toBe(1);
    devices.restore();
    expect('mediaDevices' in navigator).toBe(false);
    if (before === undefined) Reflect.deleteProperty(globalThis, 'navigator');
    else Object.defineProperty(globalThis, 'navigator', before);
  });
});

test('fakeStream is an object of its own without a track', () => {
  expect(fakeStream('a')).not.toBe(fakeStream('a'));
  expect(fakeStream('a').id).toBe('a');
  expect(fakeStream('a').getTracks()).toEqual([]);
});
