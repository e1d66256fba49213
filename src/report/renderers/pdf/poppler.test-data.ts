import { spawnSync } from 'node:child_process';

/** Whether poppler's pdftotext is on this machine; tests that need it are skipped with a printed line otherwise. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
if (!hasPoppler)
  console.log('skipped: pdftotext (poppler-utils) is not installed, the text of the PDF is not read back');

/** The text of each page as another program reads it. */
export function pagesOf(pdf: Uint8Array): readonly string[] {
  const { stdout, status, stderr } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(String(stderr));
  return String(stdout).split('\f').slice(0, -1);
}
