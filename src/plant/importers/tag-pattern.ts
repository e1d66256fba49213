/** The pattern under which a person answers for many tags at once: `TZSHH-101A.SP` is one of `TZSHH-*.SP`. */
export function patternOf(tag: string): string {
  return tag.replace(/\d+[A-Z]?(?=$|[^A-Za-z0-9])/gu, '*').replace(/\d+/g, '*');
}

/** Whether a pattern with `*` covers a tag. */
function covers(pattern: string, tag: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'u').test(tag);
}

/** The first answered entry whose pattern covers a name, in the order of the file. */
export function answerFor<T>(
  entries: Readonly<Record<string, T>> | undefined,
  name: string,
): NonNullable<T> | undefined {
  return answersFor(entries, name)[0];
}

/** Every answered entry whose pattern covers a name, in the order of the file. */
export function answersFor<T>(
  entries: Readonly<Record<string, T>> | undefined,
  name: string,
): readonly NonNullable<T>[] {
  return Object.entries(entries ?? {}).flatMap(([pattern, answer]) =>
    answer === undefined || answer === null || !covers(pattern, name) ? [] : [answer],
  );
}
