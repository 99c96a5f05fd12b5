/** Ends a field, an item of a list, and a record. No text may hold them as they are: see `escapeText`. */
export const fieldEnd = '\x1f';
export const itemEnd = '\x1d';
export const recordEnd = '\x1e';
export const escape = '\x1c';

export const fieldEndByte = 0x1f;
export const itemEndByte = 0x1d;
export const recordEndByte = 0x1e;

/** The bits of a record's last field. They say what is there and what is only empty. */
export const hasCompany = 1;
export const hasType = 2;
export const hasUpdatedAt = 4;
export const hasDeleted = 8;

/** The flags are one character, this one and those after it. */
export const flagBase = 0x40;
