import type { Setting } from '@offhook/core';

/** The host's one setting, by its id. */
export const openContactId = 'open-contact';

/** A setting that is on or off. */
export type BooleanSetting = Extract<Setting, { readonly type: 'boolean' }>;

/** The host's settings, as vendors show them among their own. */
export const hostSettings = (openContact: 'on' | 'off'): readonly BooleanSetting[] => [
  {
    id: openContactId,
    type: 'boolean',
    name: 'Open contact page when call coming',
    value: openContact === 'on',
  },
];

export const isOpenContact = (setting: Setting): setting is BooleanSetting =>
  setting.id === openContactId && setting.type === 'boolean';
