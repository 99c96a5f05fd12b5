import { fireEvent, within } from '@testing-library/svelte';
import { modes } from './testing/components.js';
import { mountedPanes, selectedIn, settled, titlesIn } from './testing/mountedPanes.js';
import { fakeWindow } from './testing/paneScene.js';

afterEach(() => jest.restoreAllMocks());

describe.each(modes)('with components of the kind %s', (mode) => {
  const setUp = (...names: readonly string[]) => mountedPanes(mode, ...names);

  test('arrows, Home and End select a tab and focus it, round and round; other keys stay the page’s', async () => {
    const { host, phone, unmount } = await setUp('Ann', 'Ben', 'Cem');
    within(host).getByRole('tab', { selected: true }).focus();
    const press = async (key: string, held: { altKey?: true } = {}): Promise<string | null> => {
      const taken = !(await fireEvent.keyDown(document.activeElement ?? host, { key, ...held }));
      await settled();
      expect(taken).toBe(key !== 'x' && held.altKey === undefined);
      expect(document.activeElement).toBe(within(host).getByRole('tab', { selected: true }));
      expect(
        within(host)
          .getAllByRole('tab')
          .filter(({ tabIndex }) => tabIndex === 0),
      ).toHaveLength(1);
      expect(within(host).getAllByRole('tabpanel')).toHaveLength(1);
      return selectedIn(host);
    };
    expect(await press('ArrowRight')).toBe('Ben');
    expect(await press('ArrowRight')).toBe('Ann');
    expect(await press('ArrowRight')).toBe('Cem');
    expect(await press('ArrowLeft')).toBe('Ann');
    expect(await press('Home')).toBe('Cem');
    expect(await press('x')).toBe('Cem');
    expect(await press('End')).toBe('Ann');
    expect(await press('ArrowLeft', { altKey: true })).toBe('Ann');
    unmount();
    phone.close();
  });

  test('whoever closes a pane goes on at the tab that is shown then; elsewhere the focus is left alone', async () => {
    const { host, phone, ids, unmount } = await setUp('Ann', 'Ben', 'Cem');
    const close = within(host).getByRole('button', { name: 'Close pane' });
    close.focus();
    await fireEvent.click(close);
    await settled();
    expect(titlesIn(host)).toEqual(['Ben', 'Ann']);
    expect(document.activeElement).toBe(within(host).getByRole('tab', { name: 'Ben' }));
    const other = document.body.appendChild(document.createElement('button'));
    other.focus();
    phone.completePane(ids[1] ?? '');
    await settled();
    expect(titlesIn(host)).toEqual(['Ann']);
    expect(document.activeElement).toBe(other);
    phone.completePane(ids[0] ?? '');
    await settled();
    expect(host.childElementCount).toBe(0);
    other.remove();
    unmount();
    phone.close();
  });

  test('whoever is in a page that says it is done goes on at the tab that is shown then', async () => {
    const { host, phone, ids, unmount } = await setUp('Ann', 'Ben');
    const [frame] = host.querySelectorAll('iframe');
    frame?.focus();
    expect(document.activeElement).toBe(frame);
    phone.completePane(ids[1] ?? '');
    await settled();
    expect(titlesIn(host)).toEqual(['Ann']);
    expect(document.activeElement).toBe(within(host).getByRole('tab', { name: 'Ann' }));
    unmount();
    phone.close();
  });

  test('a popup that was blocked is opened within the click, and has a tab then', async () => {
    const opening = jest.spyOn(window, 'open').mockReturnValue(null);
    const { host, phone, unmount } = await setUp('Window');
    expect(within(host).queryByRole('tab')).toBeNull();
    const alert = within(host).getByRole('alert');
    expect(alert.textContent).toContain('Window');
    const page = fakeWindow();
    opening.mockClear().mockReturnValue(page as unknown as Window);
    const button = within(alert).getByRole('button', { name: 'Open' });
    button.focus();
    button.click();
    expect(opening).toHaveBeenCalledTimes(1);
    expect(page.location.replace).toHaveBeenCalledWith('https://crm.example/Window');
    await settled();
    expect(within(host).queryByRole('alert')).toBeNull();
    expect(titlesIn(host)).toEqual(['Window']);
    expect(document.activeElement).toBe(within(host).getByRole('tab', { name: 'Window' }));
    within(within(host).getByRole('tabpanel', { name: 'Window' })).getByText('Open in another window');
    expect(host.querySelector('iframe')).toBeNull();
    unmount();
    phone.close();
  });
});
