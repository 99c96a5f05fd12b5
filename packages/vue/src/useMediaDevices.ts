import type { Ref } from 'vue';
import { mediaDevices, type StreamValues } from '@offhook/core';
import { useCurrent } from './useCurrent.js';

/**
 * The microphones, cameras and loudspeakers of this computer, as they are plugged in and out. It asks the person for
 * nothing: until a call was allowed to use a device, names are empty, and browsers may list nothing at all.
 *
 * @example
 * const devices = useMediaDevices();
 * const cameras = computed(() => devices.value.filter(({ kind }) => kind === 'video'));
 * // <option v-for="{ deviceId, label } in cameras" :key="deviceId" :value="deviceId">{{ label }}</option>
 */
export const useMediaDevices = (): Readonly<Ref<StreamValues['mediaDevices']>> => useCurrent(mediaDevices());
