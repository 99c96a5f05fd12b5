/** One of the sample apps, as the launcher serves and shows it. */
export interface DemoApp {
  /** The folder `apps/{id}-demo`, and the path `/{id}/`. */
  readonly id: string;
  readonly name: string;
}

/** The sample apps that there are. */
export const demoApps: readonly DemoApp[] = [
  { id: 'react', name: 'React' },
  { id: 'angular', name: 'Angular' },
  { id: 'vue', name: 'Vue' },
  { id: 'svelte', name: 'Svelte' },
];
