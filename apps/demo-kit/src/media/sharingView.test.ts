import type { Capability, Chat, Cobrowse, ScreenShare } from '@offhook/core';
import { english } from '../texts/english.js';
import { sharingView } from './sharingView.js';

const yes: Capability = { allowed: true };
const no: Capability = { allowed: false, reason: 'offline', text: 'There is no connection.' };
const can = { screen: { stop: yes }, cobrowse: { stop: yes } };
const chat = { agents: [{ id: 'a', name: 'Ann' }] } as unknown as Chat;
const page = (facts: Partial<Cobrowse>): Cobrowse => ({
  state: 'on',
  pointer: true,
  annotate: true,
  ...facts,
});
const view = (screen?: ScreenShare, cobrowse?: Cobrowse) =>
  sharingView({ chat, screen, cobrowse, can }, english);

test('while nothing is shown there is nothing to say', () => {
  expect(view()).toEqual({ shared: [], isTrouble: false, text: '', disabledBecause: undefined });
});

test('it says who sees what, from the moment that it is about to be shown', () => {
  expect(view({ state: 'starting' })).toMatchObject({
    shared: ['screen'],
    text: expect.stringContaining('about to be shown'),
  });
  expect(view({ state: 'on' })).toMatchObject({ shared: ['screen'], text: 'Ann sees your screen.' });
  expect(view({ state: 'reconnecting' })).toMatchObject({ shared: ['screen'] });
  expect(view(undefined, page({}))).toMatchObject({ shared: ['cobrowse'], text: 'Ann sees this page.' });
});

test('two things at once are both told, and both stopped', () => {
  expect(view({ state: 'on' }, page({}))).toMatchObject({
    shared: ['screen', 'cobrowse'],
    text: 'Ann sees your screen. Ann sees this page.',
  });
});

test('an end says why and what to do, until something is shown again', () => {
  const denied: ScreenShare = { state: 'ended', endedBy: 'customer', endReason: 'no-permission' };
  expect(view(denied)).toMatchObject({
    shared: [],
    isTrouble: true,
    text: expect.stringContaining('choose what to share'),
  });
  expect(view(denied, page({}))).toMatchObject({ isTrouble: false, text: 'Ann sees this page.' });
  const stopped = { state: 'ended', endedBy: 'agent', endReason: 'hung-up' } as const;
  expect(view(stopped, page(stopped))).toMatchObject({
    isTrouble: false,
    text: 'Ann stopped looking. Nothing is shared any more.',
  });
});

test('what can’t be stopped says why', () => {
  const facts = { chat, screen: { state: 'on' }, cobrowse: undefined } as const;
  expect(sharingView({ ...facts, can: { ...can, screen: { stop: no } } }, english).disabledBecause).toBe(
    'There is no connection.',
  );
});
