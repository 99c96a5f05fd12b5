import type { ObjectDirective } from 'vue';

/** Shows a stream in a video element. */
export const vStream: ObjectDirective<HTMLVideoElement, MediaStream> = {
  mounted(element, { value }) {
    element.srcObject = value;
  },
  updated(element, { value, oldValue }) {
    if (value !== oldValue) element.srcObject = value;
  },
};
