import { useMemo } from 'react';
import { uploads, type StreamValues } from '@offhook/core';
import { useControls } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * The files that go into one chat, or without an id into the one in focus. `upload` never rejects; how far each file
 * is, and why one failed, is in `uploads`.
 *
 * @example
 * const { uploads, upload } = useUploads();
 * return <input type="file" multiple onChange={({ target }) => upload([...(target.files ?? [])])} />;
 */
export function useUploads(id?: string): StreamValues['uploads'] {
  const client = useOffhook();
  return useControls(useMemo(() => uploads(client, id), [client, id]));
}
