import type { Outcome } from '../../../audit/index.ts';

/** The place in the report at which an outcome is explained; links name it. */
export function findingAnchor({ id }: Pick<Outcome, 'id'>): string {
  return `finding ${id}`;
}
