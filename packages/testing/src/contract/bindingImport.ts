import type { ContactImportProgress, Outcome } from '@offhook/core';
import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { barePhone, inScene } from './bindingScene.js';
import { demandSame } from './demand.js';
import { settle } from './settle.js';

const file = (name: string): File => new File(['contacts'], name);

const counts = ({ good, bad, lines }: ContactImportProgress): string => [good, bad, lines].join();

/** The import of files into the host's contacts. */
export function bindingImport(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'how far the host’s contacts are is shown and followed',
      check: () =>
        inScene(async ({ phone, contacts }) => {
          const mounted = await driver.mount(phone, 'contactImport');
          demandSame(mounted.current().progress, contacts.progress.value, 'the progress at first');
          await driver.act(() => contacts.progress.set({ status: 'loading', loaded: 50, total: 100 }));
          demandSame(mounted.current().progress, contacts.progress.value, 'the progress then');
          await mounted.unmount();
        }),
    },
    {
      name: 'files are imported one after another; what they come to adds up, and problems name their file',
      check: () =>
        inScene(async ({ phone, contacts }) => {
          const mounted = await driver.mount(phone, 'contactImport');
          const outcomes: Outcome<ContactImportProgress>[] = [];
          const files = [file('old.csv'), file('new.vcf')];
          await driver.act(() => {
            void mounted
              .current()
              .importFiles(files)
              .then((outcome) => outcomes.push(outcome));
          });
          demandSame(contacts.imports.length, 1, 'imports begun');
          demandSame(mounted.current().pending, true, 'pending under way');
          await driver.act(() => contacts.imports[0]?.tell({ good: 2, bad: 0, lines: 3 }));
          demandSame(counts(mounted.current().imported), '2,0,3', 'while the first is read');
          await driver.act(async () => {
            const problems = [{ line: 4, reason: 'There is no name.', lost: 'contact' }] as const;
            contacts.imports[0]?.finish({ good: 3, bad: 1, lines: 5, problems });
            await settle();
          });
          demandSame(contacts.imports[1]?.file, files[1], 'the next file');
          await driver.act(() => contacts.imports[1]?.tell({ good: 1, bad: 0, lines: 6 }));
          demandSame(counts(mounted.current().imported), '4,1,11', 'while the next is read');
          await driver.act(async () => {
            contacts.imports[1]?.finish({ good: 2, bad: 0, lines: 9, problems: [] });
            await settle();
          });
          demandSame(counts(mounted.current().imported), '5,1,14', 'at the end');
          demandSame(mounted.current().pending, false, 'pending at the end');
          demandSame(
            JSON.stringify(mounted.current().problems),
            JSON.stringify([{ line: 4, reason: 'There is no name.', lost: 'contact', file: 'old.csv' }]),
            'the problems',
          );
          const [outcome] = outcomes;
          demandSame(outcome?.ok === true && counts(outcome.result), '5,1,14', 'the outcome');
          await mounted.unmount();
        }),
    },
    {
      name: 'an import is cancelled: what was taken stays, no other file is read, and it is no fault',
      check: () =>
        inScene(async ({ phone, contacts }) => {
          const mounted = await driver.mount(phone, 'contactImport');
          await driver.act(() => void mounted.current().importFiles([file('old.csv'), file('new.csv')]));
          await driver.act(() => contacts.imports[0]?.tell({ good: 2, bad: 0, lines: 3 }));
          await driver.act(() => mounted.current().cancel());
          demandSame(contacts.imports[0]?.signal?.aborted, true, 'the import is told');
          await driver.act(async () => {
            contacts.imports[0]?.fail(new Error('It was stopped.'));
            await settle();
          });
          demandSame(mounted.current().pending, false, 'pending');
          demandSame(mounted.current().lastError, undefined, 'lastError');
          demandSame(counts(mounted.current().imported), '2,0,3', 'what was taken');
          demandSame(contacts.imports.length, 1, 'imports begun');
          await mounted.unmount();
        }),
    },
    {
      name: 'what fails to import is in lastError without rejecting, until the next import',
      check: () =>
        inScene(async ({ phone, contacts }) => {
          const mounted = await driver.mount(phone, 'contactImport');
          const refusal = new Error('The disk is full.');
          contacts.refuses = refusal;
          let ok: boolean | undefined;
          await driver.act(async () => ({ ok } = await mounted.current().importFiles([file('a.csv')])));
          demandSame(ok, false, 'the outcome');
          demandSame(mounted.current().lastError?.cause, refusal, 'the cause of lastError');
          contacts.refuses = undefined;
          await driver.act(() => void mounted.current().importFiles([file('b.csv')]));
          demandSame(mounted.current().lastError, undefined, 'lastError with the next one');
          await driver.act(async () => {
            contacts.imports.at(-1)?.finish({ good: 1, bad: 0, lines: 1, problems: [] });
            await settle();
          });
          demandSame(counts(mounted.current().imported), '1,0,1', 'what the next one has come to');
          await mounted.unmount();
        }),
    },
    {
      name: 'without contacts that take files an import says so without rejecting',
      check: async () => {
        const { phone } = barePhone();
        const mounted = await driver.mount(phone, 'contactImport');
        demandSame(mounted.current().progress.status, 'idle', 'the progress');
        await driver.act(async () => void (await mounted.current().importFiles([file('a.csv')])));
        demandSame(mounted.current().lastError?.code, 'not-supported', 'lastError');
        await mounted.unmount();
        phone.close();
      },
    },
  ];
}
