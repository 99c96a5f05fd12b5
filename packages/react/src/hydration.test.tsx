import { Suspense, useState, type ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { act } from '@testing-library/react';
import { createOffhook } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import { OffhookProvider, PaneHost, useCallIds, useConnection } from './index.js';
import { modes } from './testing/modes.js';
import { paneScene } from './testing/paneScene.js';
import { whileListeningToErrors } from './testing/whileListeningToErrors.js';

describe.each(modes)('%s', (_name, Mode) => {
  test('a boundary that is hydrated after the state has changed begins as the server left it', async () => {
    const line = fakeConnector({ status: 'connecting' });
    const phone = createOffhook({ connectors: [line] });
    const shown: string[] = [];
    function Late(): ReactNode {
      const { status } = useConnection();
      const text = `${status}, ${useCallIds().length} calls`;
      // The very first rendering of this boundary in the page.
      useState(() => shown.push(text));
      return <p>{text}</p>;
    }
    const app = (
      <Mode>
        <OffhookProvider client={phone}>
          <Suspense>
            <Late />
          </Suspense>
        </OffhookProvider>
      </Mode>
    );
    const container = document.createElement('div');
    container.innerHTML = renderToString(app);
    shown.splice(0);
    const recovered: unknown[] = [];
    const { errors, result } = whileListeningToErrors(() =>
      act(() => {
        const root = hydrateRoot(container, app, { onRecoverableError: (error) => recovered.push(error) });
        // The boundary waits its turn to be hydrated.
        line.becomes('ready');
        line.ring();
        return root;
      }),
    );
    const root = await Promise.resolve(result);
    expect(new Set(shown)).toEqual(new Set(['connecting, 0 calls']));
    expect(container.textContent).toBe('ready, 1 calls');
    expect([...errors, ...recovered]).toEqual([]);
    act(() => root.unmount());
    phone.close();
  });

  test('panes that opened before hydration are shown after it, where the server showed none', async () => {
    const { comes, phone, attached } = paneScene();
    const id = await comes('Ann');
    const app = (
      <Mode>
        <OffhookProvider client={phone}>
          <main>
            <PaneHost className="panes" />
          </main>
        </OffhookProvider>
      </Mode>
    );
    const container = document.createElement('div');
    container.innerHTML = renderToString(app);
    expect(container.innerHTML).toBe('<main></main>');
    const recovered: unknown[] = [];
    const { errors, result } = whileListeningToErrors(() =>
      act(() => hydrateRoot(container, app, { onRecoverableError: (error) => recovered.push(error) })),
    );
    const root = await Promise.resolve(result);
    expect([...errors, ...recovered]).toEqual([]);
    expect(container.querySelector('.panes [role=tab]')?.textContent).toBe('Ann');
    expect(attached).toEqual([id]);
    act(() => root.unmount());
    await Promise.resolve();
    expect(attached).toEqual([]);
    phone.close();
  });
});
