import { Component, computed, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { fireEvent, within } from '@testing-library/dom';
import { createOffhook } from '@offhook/core';
import {
  countingIds,
  fakeConnector,
  fakeMediaDevices,
  fakeStream,
  virtualClock,
  watchedClient,
} from '@offhook/testing';
import { CobrowseService, provideOffhook, ScreenService, VideoService } from './index.js';
import { mode } from './testing/appProviders.js';
import { mounted, settled } from './testing/mounted.js';

const shownId = signal<string | undefined>(undefined);

/** As the service's docs show it. */
@Component({
  selector: 'test-talk',
  template: `
    <p>{{ talk.video()?.state ?? 'no call' }}</p>
    @if (talk.can().accept.allowed) {
      <button (click)="talk.accept()">Accept</button>
    }
    @if (talk.can().hangUp.allowed) {
      <button (click)="talk.hangUp()">Hang up</button>
    }
    <p>{{ cameras().length }} cameras</p>
    <video autoplay playsinline [srcObject]="talk.streams().remote[0] ?? null"></video>
  `,
})
class Talk {
  readonly #video = inject(VideoService);
  protected readonly talk = this.#video.videoCall(shownId);
  protected readonly cameras = computed(() =>
    this.#video.mediaDevices().filter(({ kind }) => kind === 'video'),
  );
}

function setUp() {
  const line = fakeConnector();
  const made = createOffhook({ connectors: [line], clock: virtualClock(), ids: countingIds() });
  const { client: phone, observed } = watchedClient(made);
  const chats = [line.chat({ state: 'queued' }), line.chat({ state: 'queued' })] as const;
  for (const chat of chats) chat.join('Kim');
  return { line, phone, observed, first: chats[0], second: chats[1] };
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

describe(mode, () => {
  afterEach(() => void Reflect.deleteProperty(HTMLVideoElement.prototype, 'srcObject'));

  test('a video element is given a stream once, however often the call is shown anew', async () => {
    const { phone, first, second, line, observed } = setUp();
    const devices = fakeMediaDevices();
    const given = watchSrcObject();
    const [one, other] = [fakeStream('one'), fakeStream('other')];
    shownId.set(first.id);
    first.requestVideo();
    second.streams({ remote: [other] });
    const { host, unmount } = await mounted(Talk, [provideOffhook(phone)]);
    await settled();
    within(host).getByText('1 cameras');
    first.streams({ remote: [one] });
    await settled();
    fireEvent.click(within(host).getByRole('button', { name: 'Accept' }));
    await settled();
    first.say('Can you see me?');
    await settled();
    within(host).getByText('connected');
    expect(given).toEqual([null, one]);
    shownId.set(second.id);
    await settled();
    within(host).getByText('no call');
    expect(given).toEqual([null, one, other]);
    shownId.set(first.id);
    await settled();
    fireEvent.click(within(host).getByRole('button', { name: 'Hang up' }));
    await settled();
    within(host).getByText('ended');
    expect(line.sent.map(({ type }) => type)).toEqual(['video.accept', 'video.hangUp']);
    unmount();
    expect(observed()).toEqual([]);
    expect(devices.listeners).toBe(0);
    devices.restore();
    phone.close();
  });

  test('video calls, screen shares and co-browsing are there as Observables too, with controls that work', async () => {
    const { phone, first, line } = setUp();
    TestBed.configureTestingModule({ providers: [provideOffhook(phone)] });
    const video = TestBed.inject(VideoService).videoCall$(first.id);
    const share = TestBed.inject(ScreenService).screenShare$(first.id);
    const page = TestBed.inject(CobrowseService).cobrowse$(first.id);
    const seen = new Set<string>();
    const subscriptions = [
      video.subscribe(({ video }) => seen.add(`call ${video?.state}`)),
      share.subscribe(({ screen }) => seen.add(`screen ${screen?.state}`)),
      page.subscribe(({ cobrowse }) => seen.add(`page ${cobrowse?.state}`)),
    ];
    seen.clear();
    first.requestVideo();
    await expect(video.value.decline()).resolves.toMatchObject({ ok: true });
    await expect(share.value.start()).resolves.toMatchObject({ ok: true });
    await expect(share.value.stop()).resolves.toMatchObject({ ok: true });
    await expect(page.value.start({ annotate: true })).resolves.toMatchObject({ ok: true });
    for (const state of ['call requested', 'call ended', 'screen on', 'screen ended', 'page on'])
      expect(seen).toContain(state);
    expect(line.sent.map(({ type }) => type)).toEqual([
      'video.decline',
      'screen.start',
      'screen.stop',
      'cobrowse.start',
    ]);
    for (const each of subscriptions) each.unsubscribe();
    phone.close();
  });

  test('controls keep their identity when the id changes, and mean the chat of the id that was given last', async () => {
    const { phone, first, second, line } = setUp();
    TestBed.configureTestingModule({ providers: [provideOffhook(phone)] });
    const id = signal(first.id);
    const { start, stop } = TestBed.runInInjectionContext(() => inject(ScreenService).screenShare(id));
    const { start: show } = TestBed.runInInjectionContext(() => inject(CobrowseService).cobrowse(id));
    await start();
    await stop();
    id.set(second.id);
    await show();
    expect(line.sent).toEqual([
      { type: 'screen.start', chatId: first.id },
      { type: 'screen.stop', chatId: first.id },
      { type: 'cobrowse.start', chatId: second.id },
    ]);
    phone.close();
  });
});
