/** The pattern under which a person answers for many tags at once: `TZSHH-101A.SP` is one of `TZSHH-*.SP`. */
export function patternOf(tag: string): string {
  return tag.replace(/\d+[A-Z]?(?=$|[^A-Za-z0-9])/gu, '*').replace(/\d+/g, '*');
}

/** Whether a pattern with `*` covers a tag. */
export function covers(pattern: string, tag: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'u').test(tag);
}
