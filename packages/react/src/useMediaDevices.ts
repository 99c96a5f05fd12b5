import { mediaDevices, type StreamValues } from '@offhook/core';
import { useCurrent } from './useCurrent.js';

/**
 * The microphones, cameras and loudspeakers of this computer, as they are plugged in and out. It asks the person for
 * nothing: until a call was allowed to use a device, names are empty, and browsers may list nothing at all.
 *
 * @example
 * const cameras = useMediaDevices().filter(({ kind }) => kind === 'video');
 * const { setDevices } = useVideoCall();
 * return cameras.map(({ deviceId, label }) => (
 *   <button key={deviceId} onClick={() => setDevices({ video: deviceId })}>{label}</button>
 * ));
 */
export const useMediaDevices = (): StreamValues['mediaDevices'] => useCurrent(mediaDevices());
