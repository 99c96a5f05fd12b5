interface SettingBase {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** Lower ones come first. */
  readonly order?: number;
  /** The `group` that it is shown in. */
  readonly groupId?: string;
  readonly readOnly?: boolean;
  readonly readOnlyReason?: string;
}

/** One choice of an `option` setting. */
export interface SettingOption {
  readonly id: string;
  readonly name: string;
}

/** A setting of the host's that a vendor's widget shows among its own. */
export type Setting = SettingBase &
  (
    | { readonly type: 'boolean'; readonly value: boolean }
    | { readonly type: 'text'; readonly value: string }
    | {
        readonly type: 'option';
        readonly options: readonly SettingOption[];
        /** The id of the option, or of several where `multiple` allows that. */
        readonly value: string | readonly string[];
        readonly multiple?: boolean;
      }
    /** A page of settings of its own. */
    | { readonly type: 'section'; readonly items: readonly Setting[] }
    /** A heading, which others name in `groupId`. */
    | { readonly type: 'group' }
    | { readonly type: 'button'; readonly label: string }
    | { readonly type: 'link'; readonly url: string }
  );

/** What a setting is set to. */
export type SettingValue = boolean | string | readonly string[];
