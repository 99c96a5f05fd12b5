import { select, type Current } from '@offhook/core';

/** Controls of core as one stream: their state now, and the functions beside it. */
export function withControls<C extends { readonly state: Current<object> }>(
  controls: C,
): Current<C['state']['value'] & Omit<C, 'state'>> {
  const { state, ...actions } = controls;
  return select(state as Current<C['state']['value']>, (now) => ({ ...now, ...actions }));
}
