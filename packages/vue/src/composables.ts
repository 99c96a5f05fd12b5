import type { Ref } from 'vue';
import type { StreamName, StreamValues } from '@offhook/core';
import type { ControlRefs } from './useControls.js';

/** What a composable gives of a stream: a readonly ref, or with controls, refs of what there is to show beside them. */
type Refs<T> = T extends
  { readonly lastError: unknown } | { readonly openWidget: unknown } | { readonly panes: unknown }
  ? ControlRefs<T>
  : Readonly<Ref<T>>;

/** The composable of each stream. A binding that lacks one, or gives something else, does not compile. */
export type Composables = { readonly [N in StreamName]: (id: string) => Refs<StreamValues[N]> };
