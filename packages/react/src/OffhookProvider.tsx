import type { ReactNode } from 'react';
import type { Offhook } from '@offhook/core';
import { offhookContext } from './offhookContext.js';

/** The props of `OffhookProvider`. */
export interface OffhookProviderProps {
  /** Made with `createOffhook`, once, outside of all components. The provider never closes it. */
  readonly client: Offhook;
  readonly children?: ReactNode;
}

/**
 * Gives the client to all hooks below it.
 *
 * @example
 * const phone = createOffhook({ connectors: [ringCentral({ clientId })] });
 * createRoot(element).render(<OffhookProvider client={phone}><App /></OffhookProvider>);
 */
export function OffhookProvider({ client, children }: OffhookProviderProps): ReactNode {
  return <offhookContext.Provider value={client}>{children}</offhookContext.Provider>;
}
