import { sharingView } from '@offhook/demo-kit';
import { useChat, useCobrowse, useScreenShare } from '@offhook/react';
import { Icon } from '../shared/Icon.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';

/** That an agent sees the screen or the page, and what stops it at once; after it why it ended. */
export function SharingStatus({ chatId }: { readonly chatId?: string | undefined }) {
  const texts = useTexts();
  const { media } = texts.chat;
  const { chat } = useChat(chatId);
  const screen = useScreenShare(chatId);
  const cobrowse = useCobrowse(chatId);
  const view = sharingView(
    {
      chat,
      screen: screen.screen,
      cobrowse: cobrowse.cobrowse,
      can: { screen: screen.can, cobrowse: cobrowse.can },
    },
    texts,
  );
  const isSharing = view.shared.length > 0;
  useErrorNotice(screen.lastError);
  useErrorNotice(cobrowse.lastError);

  const stop = (): void => {
    if (view.shared.includes('screen')) void screen.stop();
    if (view.shared.includes('cobrowse')) void cobrowse.stop();
  };

  return (
    // Always there: what it says is read out as it changes.
    <div
      role="status"
      className={isSharing ? 'sharing sharing-on' : 'sharing'}
      aria-label={isSharing ? media.sharing : undefined}
    >
      <p className="media-news" data-trouble={view.isTrouble}>
        {view.text}
      </p>
      {isSharing && (
        <button
          type="button"
          className="button"
          disabled={view.disabledBecause !== undefined}
          title={view.disabledBecause}
          onClick={stop}
        >
          <Icon name="stopSharing" />
          {media.stopSharing}
        </button>
      )}
    </div>
  );
}
