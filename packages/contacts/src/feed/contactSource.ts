import type { Contact, ContactPage } from '@offhook/core';

/**
 * Gives one page of the app's contacts, from page 1 on; with `since` only those that changed after it, deleted ones with
 * `deleted: true`. It has the shape of `provide.contacts.sync`.
 */
export type FetchContactPage = (
  page: number,
  ask: { readonly since?: number; readonly signal: AbortSignal },
) => ContactPage | PromiseLike<ContactPage>;

/** Where contacts are loaded from. */
export type ContactSource = Iterable<Contact> | AsyncIterable<Contact> | FetchContactPage;
