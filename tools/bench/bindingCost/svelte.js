import { flushSync, mount } from 'svelte';
import { writable } from 'svelte/store';
import { oursWithRows, peerOnClient, peerWithRows, place, serve } from './common.js';
import OursList from './svelte/OursList.svelte';
import PeerList from './svelte/PeerList.svelte';

/** The peer: a store for each call, found in a context as ours is. */
const peer = (withRows) =>
  withRows(
    (call) => writable(call),
    (own, call) => own.set(call),
  );
const { phone, change } = oursWithRows();
const sides = { ours: { change }, client: peer(peerOnClient), peer: peer(peerWithRows) };

mount(OursList, { target: place('ours'), props: { phone } });
for (const side of ['client', 'peer']) {
  mount(PeerList, { target: place(side), props: { side, store: sides[side] } });
}
flushSync();
serve(sides, (make) => {
  make();
  flushSync();
});
