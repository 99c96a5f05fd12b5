/**
 * The real widget's first frames come before its frame's `load` event. An image that the server
 * holds back until they were sent makes it so here. Returns the key by which the server knows the page.
 */
export function holdLoadEvent(): string {
  const key = crypto.randomUUID();
  const image = new Image();
  image.src = `/started.svg?widget=${key}`;
  return key;
}
