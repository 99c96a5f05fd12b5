import { useCallback, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { createOffhook, type Offhook } from '@offhook/core';
import { countingIds, fakeConnector, fakeStream, virtualClock, watchedClient } from '@offhook/testing';
import { OffhookProvider, useVideoCall } from './index.js';
import { modes } from './testing/modes.js';

function setUp() {
  const line = fakeConnector();
  const made = createOffhook({ connectors: [line], clock: virtualClock(), ids: countingIds() });
  const { client: phone, observed } = watchedClient(made);
  const chats = [line.chat({ state: 'queued' }), line.chat({ state: 'queued' })] as const;
  for (const chat of chats) chat.join('Kim');
  return { line, phone, observed, first: chats[0], second: chats[1] };
}

/** As the hook's docs show it. */
function Talk({ id }: { readonly id?: string }): ReactNode {
  const { video, streams, can, accept, hangUp } = useVideoCall(id);
  const [agent] = streams.remote;
  const picture = useCallback(
    (element: HTMLVideoElement | null) => {
      if (element !== null) element.srcObject = agent ?? null;
    },
    [agent],
  );
  return (
    <>
      <p>{video?.state ?? 'no call'}</p>
      {can.accept.allowed && <button onClick={() => accept()}>Accept</button>}
      {can.hangUp.allowed && <button onClick={hangUp}>Hang up</button>}
      <video ref={picture} autoPlay playsInline />
    </>
  );
}

/** Keeps what each video element is given. */
function watchSrcObject() {
  const given: unknown[] = [];
  Object.defineProperty(HTMLVideoElement.prototype, 'srcObject', {
    configurable: true,
    set: (stream: unknown) => void given.push(stream),
  });
  return given;
}

afterEach(() => void Reflect.deleteProperty(HTMLVideoElement.prototype, 'srcObject'));

describe.each(modes)('%s', (_name, Mode) => {
  const shown = (phone: Offhook, id?: string): ReactNode => (
    <Mode>
      <OffhookProvider client={phone}>
        <Talk {...(id !== undefined && { id })} />
      </OffhookProvider>
    </Mode>
  );

  test('a video element is given a stream once, however often the call is shown anew', async () => {
    const { phone, first, line, observed } = setUp();
    const given = watchSrcObject();
    const { unmount } = render(shown(phone, first.id));
    act(() => first.requestVideo());
    expect(new Set(given)).toEqual(new Set([null]));
    given.splice(0);
    const stream = fakeStream('kim');
    act(() => first.streams({ remote: [stream] }));
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Accept' })));
    act(() => void first.say('Can you see me?'));
    screen.getByText('connected');
    expect(given).toEqual([stream]);
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Hang up' })));
    screen.getByText('ended');
    expect(line.sent.map(({ type }) => type)).toEqual(['video.accept', 'video.hangUp']);
    unmount();
    expect(observed()).toEqual([]);
    phone.close();
  });

  test('another id gives the element the other chat’s stream, and leaves the first chat', () => {
    const { phone, first, second, observed } = setUp();
    const [one, other] = [fakeStream('one'), fakeStream('other')];
    first.requestVideo();
    first.streams({ remote: [one] });
    second.streams({ remote: [other] });
    const given = watchSrcObject();
    const { rerender, unmount } = render(shown(phone, first.id));
    expect(new Set(given)).toEqual(new Set([one]));
    given.splice(0);
    rerender(shown(phone, second.id));
    screen.getByText('no call');
    expect(given).toEqual([other]);
    act(() => first.streams({ remote: [] }));
    expect(given).toEqual([other]);
    unmount();
    expect(observed()).toEqual([]);
    phone.close();
  });

  test('a server shows no call though there is one, and observes nothing', () => {
    const { phone, first, observed } = setUp();
    first.requestVideo();
    first.streams({ remote: [fakeStream('kim')] });
    const html = renderToString(shown(phone, first.id));
    expect(html).toContain('<p>no call</p>');
    expect(html).not.toContain('<button');
    expect(observed()).toEqual([]);
    phone.close();
  });
});
