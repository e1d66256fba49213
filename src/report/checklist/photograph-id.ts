/** Under which id a photograph of a finding is declared in the plant file. */
export function photographId(outcome: string): string {
  return `DOC-PHOTO-${outcome.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`;
}
