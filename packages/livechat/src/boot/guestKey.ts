/** Marks an API object that has the co-browse functions alone: that of a window without a chat (row T-118). */
export const guestKey = Symbol.for('offhook.guest');
