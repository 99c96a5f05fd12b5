import { setUp } from '../testing/setUp.js';
import { widgetControls } from './widgetControls.js';

describe('the controls of a widget', () => {
  it('open and close it, and say whether it is open', () => {
    const { phone } = setUp();
    const { state, openWidget, closeWidget } = widgetControls(phone);
    const told: boolean[] = [];
    state.listen(({ open }) => told.push(open));
    openWidget();
    openWidget();
    closeWidget();
    expect(told).toEqual([true, false]);
    expect(widgetControls(phone, 'other').state.value.open).toBe(false);
  });
});
