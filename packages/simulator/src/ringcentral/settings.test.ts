import { changeSetting, readSettings } from './settings.js';
import { settingViews } from './setting-view.js';
import { createBench, registration, type AnyRecord } from './test-widget.js';

const option = {
  id: 'open',
  name: 'When to open',
  type: 'option',
  value: 2,
  options: [
    { id: 1, name: 'When it rings' },
    { id: 2, name: 'When answered' },
  ],
};
const section = {
  id: 'crm',
  name: 'CRM',
  type: 'section',
  description: 'How calls are kept',
  items: [
    { id: 'auto', name: 'Automatic', type: 'boolean', value: true },
    { id: 'prefix', name: 'Prefix', type: 'string', value: 'RC' },
    { id: 'template', name: 'Template', type: 'text', value: '' },
    { id: 'hint', name: 'Hint', type: 'typography', value: 'Ask your administrator' },
  ],
};
const group = {
  id: 'more',
  name: 'More',
  type: 'group',
  items: [{ id: 'beta', name: 'Beta', type: 'boolean', value: false }],
};
const link = { id: 'help', name: 'Help', type: 'externalLink', uri: 'https://example.com/help' };
const press = { id: 'clear', name: 'Cache', type: 'button', buttonLabel: 'Clear' };
const all = [option, section, group, link, press];

async function widgetWith(settings: readonly unknown[]) {
  const bench = createBench();
  const widget = await bench.openReady();
  widget.host(registration({ settings, buttonEventPath: '/button' }));
  return { bench, widget };
}

describe('reading settings', () => {
  test('S1-58: those of every documented type are kept whole', () => {
    expect(readSettings(all)).toEqual({ settings: all, invalid: [] });
  });

  test('S1-59: a switch needs neither id nor type, everything else both', () => {
    expect(readSettings([{ name: 'Open page', value: true, more: 1 }]).settings).toEqual([
      { id: 'Open page', name: 'Open page', type: 'boolean', value: true },
    ]);
    const { settings, invalid } = readSettings([
      { name: 'A', value: 'text' },
      { id: 'b', name: 'B', type: 'boolean', value: 'yes' },
      { ...option, value: 7 },
      { ...option, options: [{ id: 1 }] },
      { ...link, uri: 'javascript:alert(1)' },
      { ...press, order: 'first' },
      { id: 'c', name: 'C', type: 'slider' },
      'nonsense',
    ]);
    expect(settings).toEqual([]);
    expect(invalid).toHaveLength(8);
  });

  test('a section keeps its valid items, and one without any is dropped', () => {
    const bad = { id: 'x', name: 'X', type: 'boolean' };
    const { settings, invalid } = readSettings([
      { ...section, items: [...section.items, bad] },
      { ...group, items: [bad] },
    ]);
    expect(settings).toEqual([section]);
    expect(invalid).toEqual([bad, bad]);
  });
});

describe('changing settings', () => {
  test.each([
    ['open', '1', { ...option, value: 1 }],
    [
      'prefix',
      'X',
      { ...section, items: section.items.map((one) => (one.id === 'prefix' ? { ...one, value: 'X' } : one)) },
    ],
    ['beta', true, { id: 'beta', name: 'Beta', type: 'boolean', value: true }],
  ])('S1-58: %s tells the host what has changed, of a section the whole', async (id, value, changed) => {
    const { widget } = await widgetWith(all);
    widget.person({ do: 'setting', id, value });
    const [told] = widget.requests('/settings');
    expect(told?.['setting']).toEqual(changed);
    expect(told?.['settings']).toEqual(widget.tab.service?.settings);
    expect(told?.['settings']).toHaveLength(all.length);
  });

  test('several choices come back as the ids that the host gave', () => {
    const several: AnyRecord = { ...option, multiple: true, value: [1] };
    const { settings } = readSettings([several]);
    expect(changeSetting(settings, 'open', ['1', '2'])?.changed.value).toEqual([1, 2]);
    expect(changeSetting(settings, 'nobody', true)).toBeUndefined();
  });

  test('a button tells the host which setting it belongs to', async () => {
    const { widget } = await widgetWith(all);
    widget.person({ do: 'setting-button', id: 'clear' });
    widget.person({ do: 'setting-button', id: 'open' });
    expect(widget.requests('/button')).toEqual([
      { button: { id: 'clear', type: 'setting', label: 'Clear', name: 'Cache' } },
    ]);
  });

  test('U-46: what the host sends takes the place of all that it registered', async () => {
    const { widget } = await widgetWith(all);
    widget.host({ type: 'rc-adapter-update-third-party-settings', settings: [{ ...option, value: 1 }] });
    expect(widget.tab.service?.settings).toEqual([{ ...option, value: 1 }]);
    widget.host({ type: 'rc-adapter-update-third-party-settings' });
    expect(widget.tab.service?.settings).toEqual([]);
  });

  test('they show in the order that the host wishes', () => {
    const { settings } = readSettings([link, { ...press, order: 2 }, { ...group, order: 1 }]);
    expect(settingViews(settings).map((view) => view.id)).toEqual(['more', 'clear', 'help']);
  });
});
