import { fakeConnector } from '@offhook/testing';

describe('importing the package in Node', () => {
  it('works without a DOM, and does nothing: no timer, no global, no listener, no word', async () => {
    expect(typeof window).toBe('undefined');
    expect(typeof document).toBe('undefined');
    const globals = Object.getOwnPropertyNames(globalThis);
    const listeners = process.eventNames().map((name) => [name, process.listenerCount(name)]);
    const spies = [
      jest.spyOn(globalThis, 'setTimeout'),
      jest.spyOn(globalThis, 'setInterval'),
      jest.spyOn(globalThis, 'queueMicrotask'),
      ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => jest.spyOn(console, name)),
    ];
    let names: readonly string[] = [];
    await jest.isolateModulesAsync(async () => {
      names = Object.keys(await import('./index.js'));
    });
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    expect(Object.getOwnPropertyNames(globalThis)).toEqual(globals);
    expect(process.eventNames().map((name) => [name, process.listenerCount(name)])).toEqual(listeners);
    expect(names).toEqual(
      expect.arrayContaining(['createOffhook', 'OffhookError', 'select', 'callControls']),
    );
    expect(names).not.toContain('default');
  });

  it('lets a client work there, as a server renders one', async () => {
    const { createOffhook, callControls, callDuration } = await import('./index.js');
    const line = fakeConnector();
    const phone = createOffhook({ connectors: [line] });
    const call = line.ring({ number: '+12165325078' });
    expect(callControls(phone).state.value.call?.id).toBe(call.id);
    expect(callDuration(phone).value).toBe(0);
    phone.close();
    expect(line.openLinks).toBe(0);
  });
});
