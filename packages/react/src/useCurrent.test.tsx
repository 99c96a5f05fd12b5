import {
  startTransition,
  useEffect,
  useInsertionEffect,
  useLayoutEffect,
  useRef,
  useState,
  useTransition,
  type ReactNode,
} from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { act, render } from '@testing-library/react';
import { createCurrent, createOffhook, select, type Current, type Settable } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import { OffhookProvider, useCall, useCurrent } from './index.js';
import { modes } from './testing/modes.js';

type UseNumber = (current: Current<number>) => number;

/** What a hook looks like that is not made for concurrent rendering: to show that the test can fail. */
const useNaively: UseNumber = (current) => {
  const [value, setValue] = useState(current.value);
  useEffect(() => {
    setValue(current.value);
    return current.listen(setValue);
  }, [current]);
  return value;
};

/** Shows a number three times; between the first and the others, while it renders, the number changes once. */
function Screen({
  useNumber,
  count,
  screens,
}: {
  readonly useNumber: UseNumber;
  readonly count: Settable<number>;
  readonly screens: string[];
}): ReactNode {
  const element = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    screens.push(element.current?.textContent ?? '');
  });
  return (
    <p ref={element}>
      <Digit useNumber={useNumber} count={count} />
      <ChangesTheNumber count={count} />
      <Digit useNumber={useNumber} count={count} />
      <Digit useNumber={useNumber} count={count} />
    </p>
  );
}

function Digit({
  useNumber,
  count,
}: {
  readonly useNumber: UseNumber;
  readonly count: Current<number>;
}): ReactNode {
  return useNumber(count);
}

function ChangesTheNumber({ count }: { readonly count: Settable<number> }): ReactNode {
  if (count.value === 0) count.set(1);
  return null;
}

function screensOf(useNumber: UseNumber): readonly string[] {
  const count = createCurrent(0);
  const screens: string[] = [];
  let show: (shown: boolean) => void = () => {};
  function App(): ReactNode {
    const [shown, setShown] = useState(false);
    useInsertionEffect(() => {
      show = setShown;
    });
    return shown && <Screen useNumber={useNumber} count={count} screens={screens} />;
  }
  const { unmount } = render(<App />);
  act(() => startTransition(() => show(true)));
  unmount();
  return screens;
}

test('a change in the middle of a transition shows nowhere in part', () => {
  const screens = screensOf(useCurrent);
  expect(screens.length).toBeGreaterThan(0);
  expect(new Set(screens)).toEqual(new Set(['111']));
});

test('a hook that reads in an effect would tear there: the test can fail', () => {
  expect(screensOf(useNaively)).toContain('011');
});

test('a change between two slices of a long transition shows nowhere in part', async () => {
  const count = createCurrent(0);
  const screens: string[] = [];
  const seen = { rendered: 0, restart: () => {} };
  function Slow(): ReactNode {
    takeTime(3);
    seen.rendered += 1;
    return useCurrent(count);
  }
  function App(): ReactNode {
    const [shown, setShown] = useState(0);
    const [, start] = useTransition();
    const element = useRef<HTMLParagraphElement>(null);
    useInsertionEffect(() => {
      seen.restart = () => start(() => setShown((now) => now + 1));
    });
    useLayoutEffect(() => {
      screens.push(element.current?.textContent ?? '');
    });
    return (
      <p ref={element}>
        {shown > 0 && Array.from({ length: 20 }, (_, index) => <Slow key={`${shown} ${index}`} />)}
      </p>
    );
  }
  await likeAPage(async (root) => {
    root.render(<App />);
    await until(() => screens.length > 0);
    seen.restart();
    await until(() => seen.rendered > 2);
    // React has paused in the middle: some of them have rendered, none is on the screen.
    expect(screens.at(-1)).toBe('');
    count.set(1);
    await until(() => screens.at(-1) !== '');
    expect(new Set(screens)).toEqual(new Set(['', '1'.repeat(20)]));
  });
});

describe.each(modes)('%s', (_name, Mode) => {
  test('a projection that makes a new object each time renders once for each change, without a warning', () => {
    const complaints = jest.spyOn(console, 'error').mockImplementation(() => {});
    const source = createCurrent({ name: 'Ann', at: 0 });
    const names = select(
      source,
      ({ name }) => [name],
      (a, b) => a[0] === b[0],
    );
    let commits = 0;
    function Names(): ReactNode {
      const [name] = useCurrent(names);
      useInsertionEffect(() => {
        commits += 1;
      });
      return name;
    }
    const { container, unmount } = render(
      <Mode>
        <Names />
      </Mode>,
    );
    expect(commits).toBe(1);
    act(() => source.set({ name: 'Ann', at: 1 }));
    expect(commits).toBe(1);
    act(() => source.set({ name: 'Ben', at: 2 }));
    expect([container.textContent, commits]).toEqual(['Ben', 2]);
    unmount();
    expect(complaints).not.toHaveBeenCalled();
  });

  test('a hundred events in one task of a real page make one render', async () => {
    const line = fakeConnector();
    const phone = createOffhook({ connectors: [line] });
    const call = line.ring();
    let commits = 0;
    function Count(): ReactNode {
      const { call: shown } = useCall(call.id);
      useInsertionEffect(() => {
        commits += 1;
      });
      return shown?.userData['count'];
    }
    await likeAPage(async (root, container) => {
      root.render(
        <Mode>
          <OffhookProvider client={phone}>
            <Count />
          </OffhookProvider>
        </Mode>,
      );
      await until(() => commits > 0);
      const before = commits;
      for (let count = 1; count <= 100; count += 1) call.report({ userData: { count: String(count) } });
      await until(() => container.textContent === '100');
      expect(commits - before).toBe(1);
    });
    phone.close();
  });
});

/** Keeps the processor busy, as a slow component does. */
function takeTime(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

/** As in a page: React renders when it likes to, not when a test says so. */
async function likeAPage(body: (root: Root, container: HTMLElement) => Promise<void>): Promise<void> {
  const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
  const container = document.createElement('div');
  environment.IS_REACT_ACT_ENVIRONMENT = false;
  const root = createRoot(container);
  try {
    await body(root, container);
  } finally {
    root.unmount();
    environment.IS_REACT_ACT_ENVIRONMENT = true;
  }
}

/** Lets React's own tasks run until it is so. */
async function until(truth: () => boolean): Promise<void> {
  for (let turn = 0; !truth(); turn += 1) {
    if (turn > 1_000) throw new Error('It never came true.');
    await new Promise((resolve) => setTimeout(resolve));
  }
}
