import type { Readable } from 'svelte/store';
import { contactImport as importOf, type StreamValues } from '@offhook/core';
import { storeOf } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * How far the host's contacts are, with what imports files of them. `importFiles` never rejects; what went wrong is in
 * `lastError`, and what could not be taken in `problems`.
 *
 * @example
 * const files = contactImport();
 * // <input type="file" multiple onchange={({ currentTarget }) => $files.importFiles(currentTarget.files ?? [])} />
 */
export const contactImport = (): Readable<StreamValues['contactImport']> =>
  storeOf((client) => withControls(importOf(client)));
