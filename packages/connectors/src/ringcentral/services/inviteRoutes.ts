import type { Invite } from '@offhook/core';
import { amount, date, defined, fields, text, type Fields } from '../read.js';
import type { Desk, Route, Routes } from './desk.js';
import type { ServiceContext } from './serviceContext.js';

/** How much of what is nested is told. */
const mostParts = 1_000;

/** Whatever it is, as text. */
function asText(value: unknown): string {
  let left = mostParts;
  return typeof value === 'string'
    ? value
    : JSON.stringify(value, (_, part: unknown) => ((left -= 1) < 0 ? undefined : part));
}

/** An invitation: its usual parts, and the rest as it comes, such as numbers and codes of a conference. */
function inviteFrom(kind: Invite['kind'], given: Fields): Invite {
  const { topic, location, details, timeFrom, timeTo, ...others } = given;
  return defined<Invite>({
    kind,
    topic: text(topic),
    location: text(location),
    details: text(details),
    startsAt: amount(timeFrom) ?? date(timeFrom),
    endsAt: amount(timeTo) ?? date(timeTo),
    userData: Object.fromEntries(
      Object.entries(others).flatMap(([key, value]) =>
        (value ?? undefined) === undefined ? [] : [[key, asText(value)]],
      ),
    ),
  });
}

/** Invitations to a conference call (which only the widget of 2019 has), and to a meeting. */
export function inviteRoutes({ provide }: ServiceContext, desk: Desk): Routes {
  const route =
    (kind: Invite['kind']): Route =>
    (request) => {
      const given = fields(request.body[kind]);
      const handler = provide.invites?.[kind];
      return (
        !!handler &&
        Object.keys(given).length > 0 &&
        desk.run(request, `invites.${kind}`, (ask) => handler(inviteFrom(kind, given), ask))
      );
    };
  return {
    ...(provide.invites?.conference && { conferenceInvitePath: route('conference') }),
    ...(provide.invites?.meeting && { meetingInvitePath: route('meeting') }),
  };
}
