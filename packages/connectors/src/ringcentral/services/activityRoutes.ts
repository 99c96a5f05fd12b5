import type { Activity, Contact } from '@offhook/core';
import { amount, date, fields, id, listOf, text, type Fields } from '../read.js';
import type { Desk, Routes } from './desk.js';
import type { ServiceContext } from './serviceContext.js';
import { answered, fromWire } from './wireContact.js';

/** What the body holds under this name; or the body itself, as the document of 2019 has it (S1-33). */
const within = (body: Fields, name: string): Fields => (name in body ? fields(body[name]) : body);

function toWire(activity: unknown): Fields | undefined {
  const { id: known, subject, at } = fields(activity);
  return id(known) && text(subject) ? { id: id(known), subject, time: amount(at) ?? 0 } : undefined;
}

/** A contact's history, and the item of it that somebody opens. */
export function activityRoutes({ provide }: ServiceContext, desk: Desk): Routes {
  const { list, open } = provide.activities ?? {};
  return {
    ...(list && {
      activitiesPath(request) {
        const contact: Contact | undefined = fromWire(within(request.body, 'contact'));
        return (
          !!contact &&
          desk.answer<readonly Activity[]>(request, 'activitiesPath', {
            handler: 'activities.list',
            ask: (ask) => list(contact, ask),
            respond(given = []) {
              const all = answered(given);
              const data = all.flatMap((each) => listOf(toWire(each)));
              desk.leftOut('activities.list', all.length - data.length);
              return { data };
            },
          })
        );
      },
    }),
    ...(open && {
      activityPath(request) {
        const { id: known, subject, time } = within(request.body, 'activity');
        const activityId = id(known);
        if (!activityId) return false;
        const at = amount(time) ?? date(time) ?? 0;
        const activity: Activity = { id: activityId, subject: text(subject) ?? '', at };
        return desk.run(request, 'activities.open', (ask) => open(activity, ask));
      },
    }),
  };
}
