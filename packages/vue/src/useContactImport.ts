import { contactImport, type StreamValues } from '@offhook/core';
import { useControls, type ControlRefs } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * How far the host's contacts are, with what imports files of them. `importFiles` never rejects; what went wrong is in
 * `lastError`, and what could not be taken in `problems`.
 *
 * @example const { imported, importFiles } = useContactImport(); // <input type="file" multiple @change="importFiles($event.target.files)">
 */
export function useContactImport(): ControlRefs<StreamValues['contactImport']> {
  const client = useOffhook();
  return useControls(undefined, () => contactImport(client));
}
