import type { ReactNode } from 'react';
import { act, render } from '@testing-library/react';
import { createOffhook } from '@offhook/core';
import { fakeConnector, fakeProvide } from '@offhook/testing';
import { OffhookProvider, useActivities } from './index.js';
import { modes } from './testing/modes.js';

function History(): ReactNode {
  const { activities } = useActivities('ann');
  return activities.map(({ id, subject }) => <li key={id}>{subject}</li>);
}

describe.each(modes)('%s', (_name, Mode) => {
  test('two components that are mounted at once ask the host once', async () => {
    const provide = fakeProvide();
    const phone = createOffhook({ connectors: [fakeConnector()], provide });
    const { container, unmount } = render(
      <Mode>
        <OffhookProvider client={phone}>
          <History />
          <History />
        </OffhookProvider>
      </Mode>,
    );
    await act(async () => {});
    expect(container.textContent).toBe('VisitVisit');
    expect(provide.asked.map(({ id }) => id)).toEqual(['ann']);
    unmount();
    phone.close();
  });
});
