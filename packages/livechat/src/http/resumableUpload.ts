import { type DetailedError, Upload } from 'tus-js-client';
import type { UploadTask } from '../boot/env.js';

const chunkBytes = 2 * 1024 * 1024;

/** A file that the server did not take. */
class UploadFault extends Error {
  override readonly name = 'UploadFault';
  constructor(readonly status: number | undefined) {
    super(status === undefined ? 'The upload broke off.' : `The server answered ${status}.`);
  }
}

const statusOf = (error: Error | DetailedError): number | undefined =>
  'originalResponse' in error ? error.originalResponse?.getStatus() : undefined;

/**
 * Uploads a file by tus 1.0: in pieces, and on from where it broke off. Rejects with an error that has the `status`, where the
 * server gave one.
 */
export function uploadFile({ file, endpoint, headers, metadata, progress }: UploadTask): Promise<void> {
  return new Promise((resolve, reject) => {
    new Upload(file, {
      endpoint,
      headers: { ...headers },
      metadata: { ...metadata },
      chunkSize: chunkBytes,
      retryDelays: [0, 1_000, 3_000, 5_000, 10_000],
      // Nothing is kept in the browser: who leaves the page uploads anew.
      storeFingerprintForResuming: false,
      onBeforeRequest: (request) => {
        const xhr: unknown = request.getUnderlyingObject();
        if (xhr instanceof XMLHttpRequest) xhr.withCredentials = true;
      },
      onProgress: (sent) => progress(sent),
      onSuccess: () => resolve(),
      onError: (error) => reject(new UploadFault(statusOf(error))),
    }).start();
  });
}
