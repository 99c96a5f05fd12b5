import type { Contact } from '@offhook/core';
import { activityRows } from '@offhook/demo-kit';
import { useActivities, useCurrent } from '@offhook/react';
import { desk } from '../app/desk.js';
import { language } from '../app/page.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';

/** A contact's history in the host's own system. */
export function Activities({ contact }: { readonly contact: Contact }) {
  const texts = useTexts();
  const locale = useCurrent(language.choice);
  const opened = useCurrent(desk.activity);
  const { activities, pending, lastError, open } = useActivities(contact.id);
  useErrorNotice(lastError);
  const rows = activityRows(activities, opened, locale);
  return (
    <div className="list-body activities-body">
      <ul role="list" aria-label={texts.activities} aria-busy={pending}>
        {rows.map(({ activity, when, iso, open: isOpen }) => (
          <li key={activity.id}>
            <button
              type="button"
              className="activity"
              aria-current={isOpen}
              onClick={() => void open(activity)}
            >
              <span>{activity.subject}</span> <time dateTime={iso}>{when}</time>
            </button>
          </li>
        ))}
      </ul>
      {rows.length === 0 && <p className="empty">{pending ? texts.lookingUp : texts.noActivities}</p>}
    </div>
  );
}
