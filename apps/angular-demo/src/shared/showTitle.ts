import { effect, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';

/** Gives the page its title for as long as the component is there. */
export function showTitle(text: () => string): void {
  const title = inject(Title);
  effect(() => title.setTitle(text()));
}
