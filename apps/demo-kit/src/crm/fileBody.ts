import type { LoggedAttachment, LoggedRecording } from '@offhook/core';

/** A file as the CRM keeps it: its link, and not the file itself. */
export const fileBody = ({ fetch: _fetch, ...file }: LoggedRecording | LoggedAttachment): object => file;
