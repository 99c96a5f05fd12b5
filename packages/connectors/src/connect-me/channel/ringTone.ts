/** A ringer in the page. */
export interface RingTone {
  /** Rings until it is told to stop. */
  ring(on: boolean): Promise<void>;
  /** The device that it sounds on; the browser's choice when empty. */
  setSink(deviceId: string): Promise<void>;
}

/** Hertz; one second of tone, three of silence. */
const pitch = 425;
const toneSeconds = 1;
const periodSeconds = 4;
const loudness = 0.25;

/** How long the tone takes to swell and to fade, in seconds: cut off, it would click. */
const edgeSeconds = 0.02;

type SinkContext = AudioContext & { setSinkId?: (deviceId: string) => Promise<void> };

/** One ring and the silence behind it. */
function period(context: BaseAudioContext): AudioBuffer {
  const { sampleRate } = context;
  const buffer = context.createBuffer(1, sampleRate * periodSeconds, sampleRate);
  const samples = buffer.getChannelData(0);
  for (let index = 0; index < sampleRate * toneSeconds; index += 1) {
    const at = index / sampleRate;
    const edge = Math.min(1, at / edgeSeconds, (toneSeconds - at) / edgeSeconds);
    samples[index] = loudness * edge * Math.sin(2 * Math.PI * pitch * at);
  }
  return buffer;
}

const gestures = ['pointerdown', 'keydown'] as const;

/**
 * A ringer by Web Audio. A browser lets no page sound before somebody has touched it: then it rings from the first
 * touch on, if it still has to.
 */
export function ringTone(): RingTone {
  let context: SinkContext | undefined;
  let sink = '';

  const resume = (): void => void context?.resume().catch(() => {});

  function listen(): void {
    for (const gesture of gestures)
      window.addEventListener(gesture, resume, { capture: true, passive: true });
  }

  function leave(): void {
    for (const gesture of gestures) window.removeEventListener(gesture, resume, { capture: true });
  }

  const moveTo = async (deviceId: string): Promise<void> => context?.setSinkId?.(deviceId);

  return {
    async ring(on) {
      const former = context;
      if (!on) {
        context = undefined;
        leave();
        // With the context everything stops that sounds in it.
        return former?.close();
      }
      if (former) return;
      context = new AudioContext();
      const source = new AudioBufferSourceNode(context, { buffer: period(context), loop: true });
      source.connect(context.destination);
      source.start();
      if (context.state === 'suspended') {
        resume();
        listen();
      }
      if (sink) await moveTo(sink);
    },
    async setSink(deviceId) {
      sink = deviceId;
      await moveTo(deviceId);
    },
  };
}
