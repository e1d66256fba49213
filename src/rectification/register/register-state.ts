import type { CalendarDate } from '../../plant/index.ts';
import { applyMove, openCase } from '../case/apply-move.ts';
import type { CaseState } from '../case/case-state.ts';
import type { Imported, RegisterEntry } from './register-entry.ts';

/** A register as its entries tell it. */
export interface RegisterState {
  readonly cases: ReadonlyMap<string, CaseState>;
  readonly audits: readonly Imported[];
  /** Number and hash of the newest entry; 0 and zeros before the first. */
  readonly entries: number;
  readonly head: string;
}

/** The register as it stood at the end of a day: acts count by the day on which they happened, not when they were written. */
export function registerState(entries: readonly RegisterEntry[], on?: CalendarDate): RegisterState {
  const cases = new Map<string, CaseState>();
  const audits: Imported[] = [];
  for (const entry of entries) {
    if (on !== undefined && entry.kind !== 'register-opened' && entry.body.date > on) continue;
    switch (entry.kind) {
      case 'register-opened':
        break;
      case 'audit-imported':
        audits.push(entry.body);
        break;
      case 'case-opened':
        cases.set(entry.body.case, openCase(entry.body, entry.number));
        break;
      case 'case-seen': {
        const state = found(cases, entry.body.case, entry.number);
        cases.set(entry.body.case, { ...state, seen: [...state.seen, entry.body], lastEntry: entry.number });
        break;
      }
      case 'case-moved':
        cases.set(entry.body.case, applyMove(found(cases, entry.body.case, entry.number), entry.body, entry.number));
        break;
    }
  }
  const last = entries.at(-1);
  return { cases, audits, entries: last?.number ?? 0, head: last?.hash ?? '0'.repeat(64) };
}

function found(cases: ReadonlyMap<string, CaseState>, id: string, number: number): CaseState {
  const state = cases.get(id);
  if (state === undefined) throw new Error(`entry ${number} is about case ${id}, which nothing has opened`);
  return state;
}
