import type { Readable } from 'svelte/store';
import { mediaDevices as mediaDevicesOf, type StreamValues } from '@offhook/core';
import { storeOf } from './storeOf.js';

/**
 * The microphones, cameras and loudspeakers of this computer, as they are plugged in and out. It asks the person for
 * nothing: until a call was allowed to use a device, names are empty, and browsers may list nothing at all.
 *
 * @example
 * const devices = mediaDevices();
 * $: cameras = $devices.filter(({ kind }) => kind === 'video');
 * // {#each cameras as { deviceId, label } (deviceId)}<option value={deviceId}>{label}</option>{/each}
 */
export const mediaDevices = (): Readable<StreamValues['mediaDevices']> => storeOf(() => mediaDevicesOf());
