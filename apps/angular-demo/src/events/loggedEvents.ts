import { InjectionToken } from '@angular/core';
import type { Current } from '@offhook/core';
import type { LoggedEvent } from '@offhook/demo-kit';

/** What the page keeps of its client's events. */
export const loggedEvents = new InjectionToken<Current<readonly LoggedEvent[]>>('events');
