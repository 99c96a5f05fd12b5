import '@offhook/demo-kit/demo-kit.css';
import './bank.css';
import { find } from './find.js';

/** That the chat was asked for in this tab: it comes back by itself on the next page. */
const wanted = 'bank.chat';

const button = find('#chat-open', HTMLButtonElement);
const said = find('#chat-said', HTMLElement);
const place = find('#chat-place', HTMLElement);

let loading: Promise<{ open(): void }> | undefined;

/** Nothing of the chat is loaded before it is asked for (T-201): neither this page's own part nor the chat's script. */
async function openChat(): Promise<void> {
  const { chat = '', formToken = '' } = button.dataset;
  said.textContent = 'Opening the chat';
  loading ??= import('./chat/bankChat.js').then(({ bankChat }) =>
    bankChat({
      place,
      host: chat,
      formToken,
      shown(open) {
        button.ariaExpanded = String(open);
        if (!open) button.focus();
      },
    }),
  );
  try {
    const { open } = await loading;
    sessionStorage.setItem(wanted, 'yes');
    said.textContent = '';
    open();
  } catch {
    loading = undefined;
    said.textContent = 'The chat could not be loaded. Try again.';
  }
}

button.addEventListener('click', () => void openChat());
for (const form of document.querySelectorAll('form[action="/logout"]')) {
  form.addEventListener('submit', () => sessionStorage.removeItem(wanted));
}
if (sessionStorage.getItem(wanted) === 'yes') void openChat();
