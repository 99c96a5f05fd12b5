import type { ContactIntake } from './contact-intake.js';

const isVcf = (file: File): boolean => /\.vcf$/i.test(file.name) || /^text\/(x-)?vcard$/i.test(file.type);

/** What becomes of files that somebody drops or chooses, in words. */
export function createImporter(intake: ContactIntake, notify: (text: string) => void) {
  async function importAll(files: readonly File[]): Promise<string> {
    let found = 0;
    for (const file of files) {
      if (!isVcf(file)) return `“${file.name}” is no VCF file.`;
      found += await intake.importText(await file.text());
    }
    if (found === 0) return 'The file has no contacts.';
    return `${found.toLocaleString('en')} ${found === 1 ? 'contact' : 'contacts'} imported.`;
  }

  return {
    importFiles(files: readonly File[]): void {
      if (files.length === 0) return;
      importAll(files).then(notify, () => notify('Imported for now only: the contacts could not be saved.'));
    },
    forgetImported(): void {
      intake.forgetImported().then(
        () => notify('The imported contacts are forgotten.'),
        () => notify('The saved contacts could not be deleted.'),
      );
    },
  };
}
