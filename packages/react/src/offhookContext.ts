import { createContext } from 'react';
import type { Offhook } from '@offhook/core';

/** Where the provider puts the client. */
export const offhookContext = createContext<Offhook | undefined>(undefined);
