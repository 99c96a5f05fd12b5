import '@angular/compiler';
import {
  ChangeDetectionStrategy,
  Component,
  inject,
  InjectionToken,
  Injector,
  provideZonelessChangeDetection,
  signal,
} from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { CallService, provideOffhook } from '@offhook/angular';
import { oursWithRows, peerOnClient, peerWithRows, place, renders, rowText, serve } from './common.js';

/** A row's text, counted. */
function shown(side, call) {
  renders[side] += 1;
  return rowText(call);
}

/** What the decorator of a component does, without a compiler for its syntax. */
const component = (selector, template, more, type) =>
  Component({ selector, template, changeDetection: ChangeDetectionStrategy.OnPush, ...more })(type) ?? type;

const row = { inputs: [{ name: 'id', required: true }] };

const OursRow = component(
  'ours-row',
  '<li>{{ text }}</li>',
  row,
  class {
    #calls = inject(CallService);
    #injector = inject(Injector);
    ngOnInit() {
      this.mine = this.#calls.call(this.id, { injector: this.#injector });
    }
    get text() {
      return shown('ours', this.mine.call());
    }
  },
);
const OursList = component(
  'ours-list',
  '@for (id of ids(); track id) { <ours-row [id]="id" /> }',
  { imports: [OursRow] },
  class {
    ids = inject(CallService).callIds;
  },
);

/** The peer: a signal for each call, found by injection as ours is. */
const storeToken = new InjectionToken('store');
const sideToken = new InjectionToken('side');
const PeerRow = component(
  'peer-row',
  '<li>{{ text }}</li>',
  row,
  class {
    #store = inject(storeToken);
    #side = inject(sideToken);
    ngOnInit() {
      this.mine = this.#store.get(this.id);
    }
    get text() {
      return shown(this.#side, this.mine());
    }
  },
);
const PeerList = component(
  'peer-list',
  '@for (id of ids; track id) { <peer-row [id]="id" /> }',
  { imports: [PeerRow] },
  class {
    ids = inject(storeToken).ids;
  },
);

async function start(name, list, providers) {
  const app = await createApplication({ providers: [provideZonelessChangeDetection(), ...providers] });
  app.bootstrap(list, place(name));
  app.tick();
  return app;
}

const ours = oursWithRows();
const peer = (withRows) =>
  withRows(
    (call) => signal(call),
    (own, call) => own.set(call),
  );
const sides = { ours, client: peer(peerOnClient), peer: peer(peerWithRows) };
const apps = { ours: await start('ours', OursList, [provideOffhook(ours.phone)]) };
for (const side of ['client', 'peer']) {
  apps[side] = await start(side, PeerList, [
    { provide: storeToken, useValue: sides[side] },
    { provide: sideToken, useValue: side },
  ]);
}
serve(sides, (make, name) => {
  make();
  apps[name].tick();
});
