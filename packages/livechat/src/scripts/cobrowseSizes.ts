/** The most bytes that each file of co-browsing may have, raw, below `/tetherfi`: the documented sizes (rows T-10 to T-14). */
export const mostCobrowseBytes = {
  'Scripts/cobrowse-configurations.js': 3_000,
  'Scripts/tetherfi-cobrowse-plugins.min.js': 214_000,
  'Scripts/tetherfi-cobrowse.min.js': 113_000,
  'Styles/tetherfi-cobrowse.min.css': 8_000,
  'Styles/fontawesome-all.min.css': 106_000,
} as const satisfies Readonly<Record<string, number>>;

/** What a page that is co-browsed loads in all, with livechat.js and its client log (row T-15). */
export const mostCobrowseTotal = 507_000;
