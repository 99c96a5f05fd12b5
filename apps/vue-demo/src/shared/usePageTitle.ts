import { watchEffect } from 'vue';

/** Says in the browser's tab which page this is. */
export function usePageTitle(title: () => string): void {
  watchEffect(() => {
    document.title = title();
  });
}
