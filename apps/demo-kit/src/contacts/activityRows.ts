import type { Activity } from '@offhook/core';
import { formatDate } from '../calls/formatDate.js';

/** An item of a contact's history as the list of them shows it. */
export interface ActivityRow {
  readonly activity: Activity;
  readonly when: string;
  /** As `<time datetime>` wants it. */
  readonly iso: string;
  /** Whether it is the one that was opened last. */
  readonly open: boolean;
}

/** A contact's history, in the order that it comes in. */
export const activityRows = (
  activities: readonly Activity[],
  opened: Activity | undefined,
  language: string,
): readonly ActivityRow[] =>
  activities.map((activity) => ({
    activity,
    when: formatDate(activity.at, language),
    iso: new Date(activity.at).toISOString(),
    open: activity.id === opened?.id,
  }));
