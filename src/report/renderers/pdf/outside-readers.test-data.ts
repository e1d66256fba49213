import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Programs of other people that read a PDF; a test that needs one that is absent is skipped with a printed line. */
export interface OutsideReader {
  readonly isThere: boolean;
  /** Runs it; its output and whether it was content. */
  run(arguments_: readonly string[]): { readonly said: string; readonly isContent: boolean };
}

function command(
  name: string,
  packageName: string,
  probe: readonly string[],
  before: readonly string[] = [],
): OutsideReader {
  const isThere = spawnSync(name, [...before, ...probe]).error === undefined;
  if (!isThere) console.log(`skipped: ${name} (${packageName}) is not installed, its view of the PDF is not compared`);
  return {
    isThere,
    run(arguments_) {
      const { status, stdout, stderr } = spawnSync(name, [...before, ...arguments_], { maxBuffer: 1 << 28 });
      return { said: `${stdout}${stderr}`, isContent: status === 0 };
    },
  };
}

// Where Debian puts PDFBox and what it needs.
const jars = [
  'pdfbox2',
  'pdfbox2-tools',
  'fontbox2',
  'preflight',
  'xmpbox',
  'commons-io',
  'commons-logging',
  'javax.activation',
  'jaxb-api',
].map((name) => `/usr/share/java/${name}.jar`);
const hasPdfbox = jars.every((jar) => existsSync(jar));
const java = command('java', 'default-jre-headless', ['-version'], ['-cp', jars.join(':')]);
if (!hasPdfbox) console.log('skipped: PDFBox (libpdfbox2-java) is not installed, PDF/A-1b is not validated');

export const qpdf = command('qpdf', 'qpdf', ['--version']);
export const ghostscript = command('gs', 'ghostscript', ['--version']);
export const mutool = command('mutool', 'mupdf-tools', ['-v']);
export const pdftotext = command('pdftotext', 'poppler-utils', ['-v']);
export const pdfdetach = command('pdfdetach', 'poppler-utils', ['-v']);
export const pdfinfo = command('pdfinfo', 'poppler-utils', ['-v']);
export const pdfbox: OutsideReader = { ...java, isThere: java.isThere && hasPdfbox };
