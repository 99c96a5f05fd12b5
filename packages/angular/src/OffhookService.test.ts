import {
  createEnvironmentInjector,
  DestroyRef,
  EnvironmentInjector,
  inject,
  Injector,
  runInInjectionContext,
  type EnvironmentProviders,
} from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { createOffhook, isOffhookError, type Offhook } from '@offhook/core';
import { fakeConnector, watchedClient } from '@offhook/testing';
import {
  AgentService,
  CallService,
  ChatService,
  ConnectionService,
  ContactService,
  InboxService,
  IntegrationService,
  LogService,
  OffhookService,
  PaneService,
  provideOffhook,
} from './index.js';

const services = [
  OffhookService,
  CallService,
  AgentService,
  ConnectionService,
  InboxService,
  ContactService,
  LogService,
  IntegrationService,
  PaneService,
  ChatService,
];

const phoneOf = (id: string): Offhook => createOffhook({ connectors: [fakeConnector({ id })] });

/** An injector below the root, as a route has. */
const route = (...providers: EnvironmentProviders[]): EnvironmentInjector =>
  createEnvironmentInjector(providers, TestBed.inject(EnvironmentInjector));

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('the client', () => {
  test.each(services)('%p says what to do where there is none', (service) => {
    const error = errorOf(() => TestBed.inject<unknown>(service));
    expect(isOffhookError(error)).toBe(true);
    expect(error).toMatchObject({
      code: 'invalid-state',
      message: expect.stringContaining('provideOffhook(client)'),
    });
  });

  test('it is made by a function once for each injector, which may inject, before anybody asks for it', () => {
    const line = fakeConnector();
    const make = jest.fn(() => {
      const phone = createOffhook({ connectors: [line] });
      inject(DestroyRef).onDestroy(() => phone.close());
      return phone;
    });
    const below = route(provideOffhook(make));
    expect(make).toHaveBeenCalledTimes(1);
    expect(line.openLinks).toBe(1);
    expect(below.get(OffhookService).client.connection.value.status).toBe('ready');
    below.destroy();
    expect(line.openLinks).toBe(0);
  });

  test('nobody else closes it', () => {
    const line = fakeConnector();
    const phone = createOffhook({ connectors: [line] });
    route(provideOffhook(phone)).destroy();
    expect(line.openLinks).toBe(1);
    phone.close();
  });

  test('one route may have one, and the next route another, with services of its own', () => {
    const [one, two] = [phoneOf('one'), phoneOf('two')];
    const routes = [route(provideOffhook(one)), route(provideOffhook(two))] as const;
    expect(routes.map((each) => each.get(ConnectionService).connection().connector)).toEqual(['one', 'two']);
    for (const phone of [one, two]) phone.close();
  });

  test.each(services)('a route has %p of its own', (service) => {
    const [one, two] = [phoneOf('one'), phoneOf('two')];
    const routes = [route(provideOffhook(one)), route(provideOffhook(two))] as const;
    expect(routes[0].get<unknown>(service)).not.toBe(routes[1].get<unknown>(service));
    for (const phone of [one, two]) phone.close();
  });

  test('the same client may be given again, in one place and below', () => {
    const phone = phoneOf('one');
    const below = createEnvironmentInjector(
      [provideOffhook(phone)],
      route(provideOffhook(phone), provideOffhook(phone)),
    );
    expect(below.get(OffhookService).client).toBe(phone);
    phone.close();
  });

  test('another client, in one place or below, is refused with advice, and so is none', () => {
    const [one, two] = [phoneOf('one'), phoneOf('two')];
    const advice = { code: 'invalid-state', message: expect.stringContaining('createOffhook') };
    expect(errorOf(() => route(provideOffhook(one), provideOffhook(two)))).toMatchObject(advice);
    const above = route(provideOffhook(one));
    expect(errorOf(() => createEnvironmentInjector([provideOffhook(() => two)], above))).toMatchObject(
      advice,
    );
    expect(above.get(OffhookService).client).toBe(one);
    expect(errorOf(() => route(provideOffhook(undefined as never)))).toMatchObject({
      code: 'invalid-argument',
    });
    for (const phone of [one, two]) phone.close();
  });
});

describe('on', () => {
  function setUp() {
    const line = fakeConnector();
    const { client, observed } = watchedClient(createOffhook({ connectors: [line] }));
    const place = route(provideOffhook(client));
    return { line, client, observed, place, service: place.get(OffhookService) };
  }

  test('is an Observable of one type of event', () => {
    const { line, client, observed, service } = setUp();
    const told: (string | undefined)[] = [];
    const subscription = service.on('call.ringing').subscribe(({ call }) => told.push(call.remote.name));
    line.ring({ name: 'Ann' }).end();
    expect(told).toEqual(['Ann']);
    subscription.unsubscribe();
    expect(observed()).toEqual([]);
    client.close();
  });

  test('calls back until the place that it was asked from is gone, or until it is told to stop', () => {
    const { line, client, observed, place, service } = setUp();
    const told: string[] = [];
    const stop = service.on('call.ringing', () => told.push('first'), {
      injector: place.get(Injector),
    });
    runInInjectionContext(place.get(Injector), () => service.on('call.ringing', () => told.push('second')));
    line.ring();
    stop();
    line.ring();
    place.destroy();
    line.ring();
    expect(told).toEqual(['first', 'second', 'second']);
    expect(observed()).toEqual([]);
    client.close();
  });

  test('with a handler it needs to know the place', () => {
    const { client, service } = setUp();
    expect(() => service.on('call.ringing', () => {})).toThrow(/NG0203|injection context/);
    client.close();
  });
});

test('connection and agent can be those of a named connector, by value or by signal', async () => {
  const one = fakeConnector({ id: 'one' });
  const two = fakeConnector({ id: 'two', status: 'offline' });
  const phone = createOffhook({ connectors: [one, two] });
  TestBed.configureTestingModule({ providers: [provideOffhook(phone)] });
  const injector = TestBed.inject(Injector);
  const connections = TestBed.inject(ConnectionService);
  const connection = connections.connectionOf('two', { injector });
  const agent = TestBed.inject(AgentService).agent('two', { injector });
  expect([connection()?.status, agent.agent().presence]).toEqual(['offline', 'unknown']);
  two.becomes('ready');
  await agent.setPresence('busy');
  expect([connection()?.status, agent.agent().presence]).toEqual(['ready', 'busy']);
  expect(phone.agent.value.presence).toBe('unknown');
  expect([one.sent, two.sent.map(({ type }) => type)]).toEqual([[], ['agent.setPresence']]);
  expect(connections.connectionOf('nobody', { injector })()).toBeUndefined();
  phone.close();
});
