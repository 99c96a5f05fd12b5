/** The one user that signs in where nobody names one, and the number of every user. */
export const account = { user: 'agent@example.com', number: '8000', password: 'secret' } as const;
