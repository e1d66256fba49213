import { z } from 'zod';
import type { Catalogue, CatalogueProcess } from './catalogue/index.ts';
import type { Confidence } from './confidence.ts';
import type { Pack } from './pack.ts';
import type { Clause } from './rule.ts';
import { calendarDate } from './written-forms.ts';

/** Somebody vouches for a fact with a document of their own; its hash and name stand in every later report. */
export const confirmationSchema = z.strictObject({
  /** A fact, e.g. `REG-P-08`, or one row of the catalogue, e.g. `P03-C11`. */
  fact: z.string().regex(/^((REG|DL)-[A-Za-z0-9().α-]+|P\d{2}-C\d{2})$/),
  document: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  by: z.string().min(1),
  on: calendarDate,
});
export type Confirmation = z.infer<typeof confirmationSchema>;

/** The pack with every clause raised that rests on a confirmed fact. */
export function confirmPack(pack: Pack, confirmations: readonly Confirmation[]): Pack {
  const confirmed = new Set(confirmations.map(({ fact }) => fact));
  const raise = (clause: Clause): Clause => (confirmed.has(clause.fact) ? { ...clause, text: 'verified' } : clause);
  return {
    ...pack,
    rules: pack.rules.map((rule) => ({
      ...rule,
      ...(rule.clause === undefined ? {} : { clause: raise(rule.clause) }),
      also: rule.also.map(raise),
    })),
  };
}

/** The catalogue with every row raised that rests on a confirmed fact, or that was confirmed by itself. */
export function confirmCatalogue(catalogue: Catalogue, confirmations: readonly Confirmation[]): Catalogue {
  const confirmed = new Set(confirmations.map(({ fact }) => fact));
  if (confirmed.size === 0) return catalogue;
  const raised = (process: CatalogueProcess): CatalogueProcess => {
    const whole = confirmed.has(process.clause.fact);
    const of = (confidence: Confidence, is: boolean): Confidence => (is ? 'verified' : confidence);
    return {
      ...process,
      parameters: { ...process.parameters, confidence: of(process.parameters.confidence, whole) },
      scope: process.scope.map((it) => ({ ...it, confidence: of(it.confidence, confirmed.has(it.fact)) })),
      rows: process.rows.map((row) => ({ ...row, confidence: of(row.confidence, whole || confirmed.has(row.id)) })),
    };
  };
  return {
    ids: catalogue.ids,
    get(id) {
      const process = catalogue.get(id);
      return process === undefined ? undefined : raised(process);
    },
  };
}
