import { uploadRows } from '@offhook/demo-kit';
import { useUploads } from '@offhook/react';
import { useTexts } from '../shared/useTexts.js';

/** The files on their way. */
export function UploadList({ chatId }: { readonly chatId?: string | undefined }) {
  const texts = useTexts();
  const rows = uploadRows(useUploads(chatId).uploads, texts);
  if (rows.length === 0) return null;
  return (
    <ul role="list" className="chat-uploads" aria-label={texts.chat.uploads}>
      {rows.map(({ id, name, text, failed }) => (
        <li key={id} className="chat-upload" data-failed={failed}>
          <span className="clip">{name}</span>
          <span className="number">{text}</span>
        </li>
      ))}
    </ul>
  );
}
