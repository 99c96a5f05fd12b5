import { useMemo } from 'react';
import { contactImport, type StreamValues } from '@offhook/core';
import { useControls } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * How far the host's contacts are, with what imports files of them. `importFiles` never rejects; what went wrong is in
 * `lastError`, and what could not be taken in `problems`.
 *
 * @example
 * const { imported, importFiles, cancel } = useContactImport();
 * return <input type="file" multiple onChange={({ target }) => importFiles(target.files ?? [])} />;
 */
export function useContactImport(): StreamValues['contactImport'] {
  const client = useOffhook();
  return useControls(useMemo(() => contactImport(client), [client]));
}
