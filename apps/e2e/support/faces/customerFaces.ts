import { expect, type Page } from '@playwright/test';
import { createCustomerPage, type CustomerPage } from '../livechat/customerPage.js';
import type { Faces, ToldState } from './facesHtml.js';

/** What of the documented configuration a test chooses. */
export interface AvConfig {
  readonly MediaTransport?: object;
  readonly MediaCapture?: object;
}

/** The allow list as the document has it. */
export interface Controls {
  readonly textboxId: readonly string[];
  readonly radioButtonId: readonly string[];
  readonly checkboxId: readonly string[];
  readonly dropdownId: readonly string[];
}

export interface CobrConfig extends Readonly<Record<string, unknown>> {
  /** The host gives a stream of a canvas of its own, in place of a screen. */
  readonly canvas?: boolean | 'promise';
  /** As the document prints it: all of it inside MediaTransport. */
  readonly nested?: boolean;
}

/** A customer's page that calls, and lets an agent see. */
export interface CustomerFaces extends CustomerPage {
  faces(): Promise<Faces>;
  /** What its sockets sent. */
  readonly sent: readonly string[];
  /** The Sid that the page was told when the agent came. */
  sid(): Promise<string>;
  setAv(config?: AvConfig): Promise<void>;
  setCobr(
    config: CobrConfig,
    controls?: Controls | '',
    pointer?: boolean,
    annotation?: boolean,
  ): Promise<void>;
  /** Waits until the last state of the call that was told is this. */
  untilCall(phase: string, more?: object): Promise<void>;
  untilCobr(phase: string, more?: object): Promise<void>;
}

export const noControls: Controls = { textboxId: [], radioButtonId: [], checkboxId: [], dropdownId: [] };

/** Sound and picture. */
const bothKinds: AvConfig = {
  MediaTransport: { iceServers: [] },
  MediaCapture: { audio: { enabled: true }, video: { enabled: true, width: 640, height: 480 } },
};

/** The document alone. */
export const domAlone: CobrConfig = {
  MediaTransport: { iceServers: [], iceTransportPolicy: 'all' },
  MediaCapture: { audio: { enabled: false }, video: { enabled: false } },
};

/** A screen alone, of the documented size and rate. */
export const screenAlone: CobrConfig = {
  MediaTransport: { iceServers: [], iceTransportPolicy: 'all' },
  MediaCapture: {
    audio: { enabled: false, autoGainControl: true, noiseSuppression: true, echoCancellation: true },
    video: { enabled: true, width: 1920, height: 1080, frameRate: 6 },
  },
  Signaling: { iceRestart: true },
  Network: {
    Bandwidth: { SingleAudioTrackLimit: 8, SingleVideoTrackLimit: 2048, CumulativeSessionLimit: 5000 },
  },
  DomCapture: { enabled: false },
};

/** How long a call may take to stand on a busy machine; milliseconds. */
const standsWithin = 20_000;

export function createCustomerFaces(page: Page, sent: readonly string[]): CustomerFaces {
  const customer = createCustomerPage(page);
  const faces = (): Promise<Faces> => page.evaluate(() => Reflect.get(window, 'faces') as Faces);

  async function last(which: 'calls' | 'cobr', phase: string, more: object): Promise<void> {
    await expect
      .poll(async (): Promise<ToldState | undefined> => (await faces())[which].at(-1), {
        message: `the last state is ${phase}`,
        timeout: standsWithin,
      })
      .toMatchObject({ phase, ...more });
  }

  return {
    ...customer,
    sent,
    faces,
    async sid() {
      const [, , sid] = (await customer.told('OnRemoteUserConnected')).at(-1) ?? [];
      return String(sid);
    },
    setAv: (config = bothKinds) =>
      page.evaluate((given) => (Reflect.get(window, 'av') as (config: object) => void)(given), config),
    setCobr: (config, controls = noControls, pointer = false, annotation = false) =>
      page.evaluate(
        (given) => (Reflect.get(window, 'cobr') as (...args: readonly unknown[]) => void)(...given),
        [config, controls, pointer, annotation] as const,
      ),
    untilCall: (phase, more = {}) => last('calls', phase, more),
    untilCobr: (phase, more = {}) => last('cobr', phase, more),
  };
}
