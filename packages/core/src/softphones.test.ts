/** @jest-environment jsdom */
import { fakeConnector } from '@offhook/testing';
import { setUp } from './testing/setUp.js';

function frame(): HTMLElement {
  const element = document.createElement('div');
  element.style.width = '50%';
  return element;
}

describe('a softphone that opens for a call', () => {
  it('is hidden until a call comes into one of the states, and as large as its widget asks for', () => {
    const { phone, line } = setUp({ line: { size: { width: 320, height: 480 } } });
    const element = frame();
    phone.attachSoftphone(element, undefined, { openOn: ['ringing', 'active'] });
    expect(element.hidden).toBe(true);
    const call = line.dial();
    expect(element.hidden).toBe(true);
    call.answer();
    expect(element.hidden).toBe(false);
    expect([element.style.width, element.style.height]).toEqual(['320px', '480px']);
    line.emit({ type: 'widget', size: { width: 100, height: 60 } });
    expect([element.style.width, element.style.height]).toEqual(['100px', '60px']);
  });

  it('is open at once where such a call is there already', () => {
    const { phone, line } = setUp();
    line.ring();
    const element = frame();
    phone.attachSoftphone(element, undefined, { openOn: ['ringing'] });
    expect(element.hidden).toBe(false);
    expect(phone.widgets.get('fake').value?.open).toBe(true);
  });

  it('stays closed for a call of another vendor', () => {
    const other = fakeConnector({ id: 'other' });
    const { phone } = setUp({ others: [other] });
    const element = frame();
    phone.attachSoftphone(element, 'fake', { openOn: ['ringing'] });
    other.ring();
    expect(element.hidden).toBe(true);
    expect(phone.widgets.get('other').value?.open).toBe(false);
  });

  it('closes while the call goes on, and opens again for the next one', () => {
    const { phone, line } = setUp();
    const element = frame();
    phone.attachSoftphone(element, undefined, { openOn: ['ringing'] });
    const call = line.ring();
    phone.closeWidget();
    expect(element.hidden).toBe(true);
    expect(line.attached).toEqual([element]);
    call.answer();
    expect(element.hidden).toBe(true);
    line.ring();
    expect(element.hidden).toBe(false);
  });

  it('is closed and opened by the vendor and by the app, which is told as an event', () => {
    const { phone, line, types } = setUp();
    const element = frame();
    phone.attachSoftphone(element, 'fake', { openOn: [] });
    line.emit({ type: 'widget', open: true });
    expect(element.hidden).toBe(false);
    line.emit({ type: 'widget', open: false });
    phone.openWidget('fake');
    phone.openWidget();
    expect(element.hidden).toBe(false);
    expect(types().filter((type) => type === 'widget.changed')).toHaveLength(3);
  });

  it('gives the element back as it was, and hears of nothing any more', () => {
    const { phone, line } = setUp();
    const element = frame();
    const detach = phone.attachSoftphone(element, undefined, { openOn: ['ringing'] });
    detach();
    expect([element.hidden, element.style.width, element.style.height]).toEqual([false, '50%', '']);
    expect(line.attached).toEqual([]);
    line.ring();
    line.emit({ type: 'widget', open: true, size: { width: 1, height: 1 } });
    expect([element.hidden, element.style.width]).toEqual([false, '50%']);
  });

  it('without openOn leaves the element alone', () => {
    const { phone, line } = setUp();
    const element = frame();
    const detach = phone.attachSoftphone(element);
    phone.closeWidget();
    line.ring();
    expect([element.hidden, element.style.width]).toEqual([false, '50%']);
    expect(phone.widgets.get('fake').value?.open).toBe(false);
    detach();
  });

  it('is nowhere for a vendor that nobody knows', () => {
    const { phone } = setUp();
    const unknown = expect.objectContaining({ code: 'invalid-argument' });
    expect(() => phone.openWidget('other')).toThrow(unknown);
    expect(() => phone.closeWidget('other')).toThrow(unknown);
    expect(() => phone.attachSoftphone(frame(), 'other', { openOn: ['ringing'] })).toThrow(unknown);
  });
});
