import { formatTime } from '@offhook/demo-kit';
import type { ReactNode } from 'react';

interface SaidProps {
  readonly author: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly own: boolean;
  /** What became of it, while that is to be known. */
  readonly status?: string;
  readonly failed?: boolean;
  readonly children: ReactNode;
}

/** Something that somebody has said, with who and when. */
export function Said({ author, at, own, status, failed = false, children }: SaidProps) {
  const time = formatTime(at, 'en');
  return (
    <article
      className={own ? 'chat-message chat-message-own' : 'chat-message'}
      aria-label={`${author} ${time}`}
      data-failed={failed}
    >
      <p className="chat-meta">
        <span dir="auto">{author}</span>
        <time dateTime={new Date(at).toISOString()}>{time}</time>
        {status !== undefined && <span className="chat-status">{status}</span>}
      </p>
      {children}
    </article>
  );
}
