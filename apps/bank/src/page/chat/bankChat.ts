import { chatControls, createOffhook } from '@offhook/core';
import { tetherfi } from '@offhook/connectors/tetherfi';
import { installIcons } from '@offhook/demo-kit';
import { askForDetails } from './askForDetails.js';
import { chatWindow } from './chatWindow.js';

export interface BankChatOptions {
  /** Where it goes in the page. */
  readonly place: HTMLElement;
  /** The origin of the chat's proxy. */
  readonly host: string;
  readonly formToken: string;
  /** Told when it opens and closes. */
  readonly shown: (open: boolean) => void;
}

/** The chat of the account page. It looks for one that goes on already, as after a reload. */
export function bankChat({ place, host, formToken, shown }: BankChatOptions): { open(): void } {
  installIcons();
  const client = createOffhook({
    connectors: [
      tetherfi({
        host,
        load: 'on-demand',
        encrypt: askForDetails(formToken),
        // The proxy lets nobody through who isn't logged in, not even to ask how the chat is.
        fetch: (input, init) => fetch(input, { ...init, credentials: 'include' }),
      }),
    ],
  });
  const controls = chatControls(client);
  const looked = controls.open();
  const view = chatWindow({ client, controls, looked, shown });
  place.append(view.element);
  return { open: view.open };
}
