import { InjectionToken } from '@angular/core';
import type { Offhook } from '@offhook/core';

/** Where `provideOffhook` puts the client. */
export const offhookClient = new InjectionToken<Offhook>('offhook client');
