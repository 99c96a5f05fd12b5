/** The agent whom the softphone belongs to, and how large the softphone wants to be. */
export const account = {
  user: 'agent@example.com',
  extension: '200',
  number: '+34911230200',
  team: 'Dev_Team',
  size: { width: 320, height: 460 },
} as const;
