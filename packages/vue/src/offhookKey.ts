import type { InjectionKey } from 'vue';
import type { Offhook } from '@offhook/core';

/** Where the client is provided. Two copies of this package, one by `import` and one by `require`, share it. */
export const offhookKey: InjectionKey<Offhook> = Symbol.for('offhook.client');
