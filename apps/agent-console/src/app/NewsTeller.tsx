import { useEffect, useState } from 'react';
import { useDesk, useDeskState } from '../parts/shared/deskContext.js';
import { chime } from './chime.js';
import { newsOf } from './newsOf.js';
import { sound } from './page.js';

/** Tells what comes up elsewhere: to a screen reader, in the window's title, and with a sound for whoever wants one. */
export function NewsTeller() {
  const { store } = useDesk();
  const waiting = useDeskState((state) => state.waitingCount);
  const [text, setText] = useState('');

  useEffect(() => {
    let before = store.state;
    return store.subscribe(() => {
      const after = store.state;
      // What was there when the page came, or came back, is no news.
      const news = before.heard ? newsOf(before, after) : undefined;
      before = after;
      if (news === undefined) return;
      setText(news.text);
      if (news.loud && sound.value) chime();
    });
  }, [store]);

  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}Agent desk · Offhook`;
  }, [waiting]);

  return (
    <p className="visually-hidden" role="status" aria-label="News">
      {text}
    </p>
  );
}
