import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './root.mjs';

/**
 * Names that a report exports without a word of TSDoc.
 *
 * @param {string} report
 */
export const undocumentedExports = (report) =>
  [
    ...report.matchAll(/^\/\/ @public(?: @\w+)* \(undocumented\)\nexport (?:declare |abstract )*\w+ (\w+)/gm),
  ].map(([, name]) => name);

/**
 * The public surface of one entry, as API Extractor reads it from the built declarations.
 *
 * @param {import('./projects.mjs').Project} project
 * @param {ReturnType<typeof import('./projects.mjs').entriesOf>[number]} entry
 * @returns {{ file: string, report: string, errors: string[] }} `file` is where the committed report belongs,
 *   relative to the root
 */
export function apiReport(project, { entry, types }) {
  const folder = path.join(root, project.publishedFolder);
  if (types === undefined || !existsSync(path.join(folder, types))) {
    throw new Error(`${project.publishedFolder}/${types ?? ''} is not built.`);
  }
  const temp = mkdtempSync(path.join(os.tmpdir(), 'offhook-api-'));
  /** @type {string[]} */
  const errors = [];
  try {
    const config = ExtractorConfig.prepare({
      configObjectFullPath: path.join(folder, 'api-extractor.json'),
      packageJsonFullPath: path.join(folder, 'package.json'),
      configObject: {
        projectFolder: folder,
        mainEntryPointFilePath: path.join(folder, types),
        newlineKind: 'lf',
        compiler: {
          overrideTsconfig: {
            compilerOptions: {
              target: 'ES2022',
              module: 'ESNext',
              moduleResolution: 'bundler',
              lib: ['ES2022', 'DOM', 'DOM.Iterable'],
              strict: true,
              exactOptionalPropertyTypes: true,
              skipLibCheck: true,
              types: [],
            },
            files: [path.join(folder, types)],
          },
        },
        apiReport: {
          enabled: true,
          reportFileName: entry,
          reportFolder: temp,
          reportTempFolder: path.join(temp, 'temp'),
          includeForgottenExports: true,
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        messages: {
          compilerMessageReporting: { default: { logLevel: /** @type {any} */ ('error') } },
          extractorMessageReporting: {
            default: { logLevel: /** @type {any} */ ('none') },
            'ae-undocumented': { logLevel: /** @type {any} */ ('none'), addToApiReportFile: true },
          },
          tsdocMessageReporting: { default: { logLevel: /** @type {any} */ ('none') } },
        },
      },
    });
    mkdirSync(path.join(temp, 'temp'), { recursive: true });
    Extractor.invoke(config, {
      localBuild: true,
      messageCallback: (message) => {
        message.handled = true;
        if (message.logLevel === 'error') errors.push(message.formatMessageWithLocation(folder));
      },
    });
    const report = readFileSync(path.join(temp, 'temp', `${entry}.api.md`), 'utf8');
    return { file: `${project.folder}/api/${entry}.api.md`, report, errors };
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}
