/** The sample apps' base paths. Each spec runs on each of them, unchanged. */
export const apps = ['/react', '/angular', '/vue', '/svelte'] as const;
