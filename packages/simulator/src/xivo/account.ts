/** The agent whom the desktop belongs to: the vendor's own sample user. */
export const account = {
  login: 'mwebrtc',
  userId: 54,
  agentId: 29,
  firstName: 'James',
  lastName: 'Bond',
  fullName: 'James Bond',
  /** The agent's own number. */
  number: '1023',
} as const;
