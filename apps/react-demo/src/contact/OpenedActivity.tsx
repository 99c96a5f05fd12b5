import { formatDate } from '@offhook/demo-kit';
import { useCurrent } from '@offhook/react';
import { desk } from '../app/desk.js';
import { language } from '../app/page.js';
import { useTexts } from '../shared/useTexts.js';

/** The activity that was opened last, of whichever contact: the vendor's widget opens them too. */
export function OpenedActivity() {
  const texts = useTexts();
  const locale = useCurrent(language.choice);
  const activity = useCurrent(desk.activity);
  return (
    <p className="activity-open clip" role="status" aria-label={texts.openedActivity}>
      {activity !== undefined &&
        `${texts.openedActivity}: ${activity.subject}, ${formatDate(activity.at, locale)}`}
    </p>
  );
}
