import { english, themes, type createTheme } from '@offhook/demo-kit';

/** Light, dark, or as the system has it; the apps on this origin remember the same choice. */
export function themePicker({ choice, choose }: ReturnType<typeof createTheme>): HTMLSelectElement {
  const picker = document.createElement('select');
  picker.className = 'select';
  picker.ariaLabel = english.theme;
  for (const theme of themes) picker.add(new Option(english.themes[theme], theme));
  picker.value = choice.value;
  picker.addEventListener('change', () => {
    const chosen = themes.find((theme) => theme === picker.value);
    if (chosen !== undefined) choose(chosen);
  });
  return picker;
}
