import { useMemo } from 'react';
import type { Current } from '@offhook/core';
import { useCurrent } from './useCurrent.js';

/** Controls of core as a hook gives them: their state now, and the functions beside it. */
export function useControls<C extends { readonly state: Current<object> }>(
  controls: C,
): C['state']['value'] & Omit<C, 'state'> {
  const actions = useMemo(() => {
    const { state: _state, ...rest } = controls;
    return rest;
  }, [controls]);
  return { ...useCurrent(controls.state), ...actions };
}
