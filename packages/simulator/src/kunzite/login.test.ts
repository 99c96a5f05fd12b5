import { createBench, dataOf, READY_MS } from './test-softphone.js';

describe('the login of the Kunzite softphone', () => {
  test('S3-22: it starts signed in, and says `logged` once, with the context', async () => {
    const bench = createBench();
    const softphone = bench.open();
    expect(softphone.take()).toEqual([]);
    await bench.clock.advance(60_000);
    expect(softphone.take()).toEqual([
      {
        type: 'logged',
        data: {
          context: {
            status: 'online',
            user: 'agent@example.com',
            extension: '200',
            size: { width: 320, height: 460 },
          },
        },
      },
    ]);
  });

  test('S3-6: without its line it says another word than online', async () => {
    const bench = createBench();
    await bench.openReady();
    await bench.control.setState({ sip: 'lost' });
    const softphone = bench.open();
    await bench.clock.advance(READY_MS);
    expect(dataOf(softphone.take()[0])).toMatchObject({ context: { status: 'offline' } });
  });

  test('signing out ends calls and tells nothing else; signing in says `logged` again', async () => {
    const bench = createBench();
    const softphone = await bench.openReady();
    await bench.inbound();
    await bench.control.setState({ signedIn: false });
    expect(softphone.takeTypes()).toEqual(['phone:ringing', 'phone:terminated']);
    softphone.host({ type: 'click2call', data: { number: '+34911085460' } });
    await expect(bench.inbound()).rejects.toMatchObject({ code: 'signed-out' });
    softphone.person({ do: 'sign-in' });
    expect(softphone.takeTypes()).toEqual(['logged']);
  });

  test('opened while nobody is signed in, it waits for somebody', async () => {
    const bench = createBench();
    await bench.openReady();
    await bench.control.setState({ signedIn: false });
    const softphone = bench.open();
    await bench.clock.advance(READY_MS);
    expect(softphone.take()).toEqual([]);
    await bench.control.setState({ signedIn: true });
    expect(softphone.takeTypes()).toEqual(['logged']);
  });

  test('S3-20: contacts are taken while somebody is signed in and the softphone listens', async () => {
    const bench = createBench();
    const softphone = await bench.openReady();
    const push = { type: 'contacts', data: { contacts: [{ id: '1', name: 'John', phones: ['1'] }] } };
    softphone.host(push, 1);
    bench.control.setFaults({ silent: true });
    softphone.host(push, 2);
    bench.control.setFaults({});
    await bench.control.setState({ signedIn: false });
    softphone.host(push, 3);
    expect(softphone.told).toEqual([
      { kind: 'contacts', held: 1, take: true },
      { kind: 'contacts', held: 2, take: false },
      { kind: 'contacts', held: 3, take: false },
    ]);
    expect(bench.control.frames('demo').filter(({ direction }) => direction === 'in')).toHaveLength(3);
  });
});
