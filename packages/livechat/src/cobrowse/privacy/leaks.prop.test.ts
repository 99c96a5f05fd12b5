/** @jest-environment @stryker-mutator/jest-runner/jest-env/jsdom */
import { record } from '@rrweb/record';
import * as fc from 'fast-check';
import { property } from '../../testing/property.js';
import { recordPage } from '../recordPage.js';
import { createAllowList } from './allowList.js';
import { readControls } from './controls.js';
import { createPasswordMemory } from './passwordMemory.js';

const places = [
  'text',
  'select',
  'choice',
  'area',
  'password',
  'editable',
  'shadow',
  'aria',
  'datalist',
  'frame',
] as const;

type Step =
  | {
      readonly does: 'add';
      readonly place: (typeof places)[number];
      readonly at: number;
      readonly early: boolean;
    }
  | { readonly does: 'listed'; readonly at: number; readonly id: string }
  | { readonly does: 'type' | 'reveal' | 'edit' | 'attribute'; readonly at: number }
  | { readonly does: 'move'; readonly at: number; readonly to: number }
  | { readonly does: 'remove'; readonly at: number }
  | { readonly does: 'wait' | 'whole' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('add'),
      place: fc.constantFrom(...places),
      at: fc.nat(40),
      early: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('listed'), at: fc.nat(40), id: fc.constantFrom('a', 'b', 'c') }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constantFrom('type', 'reveal', 'edit', 'attribute'), at: fc.nat(40) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('move'), at: fc.nat(40), to: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('remove'), at: fc.nat(40) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('wait', 'whole') }) },
);

const letters = 'BCDFGHJKLMNPQRSTVWXZ';

/** Capitals alone: nothing else that is told has a run of them. */
function secretOf(index: number): string {
  let state = (index + 1) * 2_654_435_761;
  return Array.from({ length: 12 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return letters[(state >>> 8) % letters.length];
  }).join('');
}

const runsOf = (secret: string): readonly string[] =>
  Array.from({ length: secret.length - 4 }, (_, start) => secret.slice(start, start + 5));

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The recorder without anything that it is told to leave out: then the guard is alone. */
const open = Object.assign(
  ({ emit }: Parameters<typeof record>[0] = {}) =>
    record({ ...(emit === undefined ? {} : { emit }), sampling: { input: 'all' }, maskInputOptions: {} }),
  record,
);

property(
  'P-22: whatever a page does, no run of an unlisted secret is in an event, with both layers and with the guard alone',
  fc.record({ steps: fc.array(step, { minLength: 5, maxLength: 30 }), alone: fc.boolean() }),
  async ({ steps, alone }) => {
    document.body.replaceChildren(document.createElement('main'));
    const listed = readControls({
      textboxId: ['a', 'b'],
      radioButtonId: ['b'],
      checkboxId: ['b'],
      dropdownId: ['c'],
    });
    const passwords = createPasswordMemory(document);
    const allow = createAllowList(listed, passwords, document);
    const told: string[] = [];
    const recording = recordPage({
      record: alone ? open : record,
      document,
      listed,
      allow,
      pointer: true,
      emit: (event) => told.push(JSON.stringify(event)),
    });
    const secrets: string[] = [];
    const secret = (): string => {
      const made = secretOf(secrets.length);
      secrets.push(made);
      return made;
    };
    const boxes: Element[] = [document.querySelector('main')!];
    const hidden: { add(text: string): void }[] = [];
    const controls: (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[] = [];
    const pick = <T>(items: readonly T[], at: number): T | undefined => items[at % Math.max(1, items.length)];
    const make = <K extends keyof HTMLElementTagNameMap>(
      tag: K,
      attributes: Record<string, string> = {},
    ): HTMLElementTagNameMap[K] => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return element;
    };
    const unlisted = (place: string): Element => {
      switch (place) {
        case 'select': {
          const select = make('select');
          const option = make('option', { value: secret() });
          option.textContent = secret();
          select.append(option);
          controls.push(select);
          return select;
        }
        case 'choice': {
          const input = make('input', {
            type: secrets.length % 2 === 0 ? 'radio' : 'checkbox',
            value: secret(),
            name: 'n',
          });
          const label = make('label');
          label.append(input, secret());
          return label;
        }
        case 'area': {
          const area = make('textarea', { placeholder: secret() });
          area.textContent = secret();
          controls.push(area);
          return area;
        }
        case 'password': {
          const input = make('input', { type: 'password', id: 'a', value: secret() });
          controls.push(input);
          return input;
        }
        case 'editable': {
          const host = make('div', { contenteditable: 'true' });
          host.append(make('b'), secret());
          hidden.push({ add: (text) => host.firstElementChild?.append(text) });
          return host;
        }
        case 'shadow': {
          const host = make('div');
          const root = host.attachShadow({ mode: 'open' });
          root.append(secret(), make('p'));
          hidden.push({ add: (text) => root.lastElementChild?.append(text) });
          return host;
        }
        case 'aria':
          return make('p', { 'data-x': secret(), 'aria-label': secret(), title: secret(), alt: secret() });
        case 'datalist': {
          const hints = make('datalist');
          const option = make('option', { value: secret() });
          option.textContent = secret();
          hints.append(option);
          return hints;
        }
        case 'frame': {
          const frame = make('iframe');
          const text = secret();
          hidden.push({ add: () => frame.contentDocument?.body.append(text) });
          return frame;
        }
        default: {
          const input = make('input', { value: secret(), placeholder: secret(), 'data-y': secret() });
          controls.push(input);
          return input;
        }
      }
    };

    for (const one of steps) {
      switch (one.does) {
        case 'add': {
          const box = make('div', { class: 'box' });
          const parent = pick(boxes, one.at)!;
          if (one.early) box.append(unlisted(one.place));
          parent.append(box);
          if (!one.early) box.append(unlisted(one.place));
          boxes.push(box);
          break;
        }
        case 'listed': {
          const control = one.id === 'c' ? make('select', { id: 'c' }) : make('input', { id: one.id });
          control.value = 'public';
          pick(boxes, one.at)!.append(control);
          break;
        }
        case 'type': {
          const control = pick(controls, one.at);
          if (control === undefined || control instanceof HTMLSelectElement) break;
          control.value = secret();
          control.dispatchEvent(new Event('input', { bubbles: true }));
          break;
        }
        case 'reveal': {
          const control = pick(controls, one.at);
          if (control instanceof HTMLInputElement && control.isConnected)
            control.type = control.type === 'password' ? 'text' : 'password';
          break;
        }
        case 'edit':
          pick(hidden, one.at)?.add(secret());
          break;
        case 'attribute':
          pick(controls, one.at)?.setAttribute(one.at % 2 === 0 ? 'placeholder' : 'value', secret());
          break;
        case 'move': {
          const box = pick(boxes.slice(1), one.at);
          const parent = pick(boxes, one.to)!;
          if (box !== undefined && !box.contains(parent)) parent.prepend(box);
          break;
        }
        case 'remove': {
          const box = pick(boxes.slice(1), one.at);
          if (box === undefined) break;
          box.remove();
          break;
        }
        case 'wait':
          await settle();
          break;
        case 'whole':
          recording.whole();
          break;
      }
    }
    await settle();
    recording.whole();
    recording.stop();
    passwords.stop();
    const all = told.join('\n');
    expect(all).toContain('"tagName":"main"');
    expect(secrets.flatMap(runsOf).filter((run) => all.includes(run))).toEqual([]);
  },
);
