import type { Attachment } from 'svelte/attachments';

/** Shows a stream in the video element that it is attached to. */
export const showStream =
  (stream: MediaStream): Attachment<HTMLVideoElement> =>
  (element) => {
    element.srcObject = stream;
  };
