import type { CalendarDate } from '../../plant/index.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseEnterprise } from '../case/opened.ts';
import { isOverdue } from '../case/overdue.ts';
import type { CensusUnit, Imported } from '../register/register-entry.ts';
import { type HazardCounts, type Period, statistics } from './statistics.ts';

/** One line of the census: an enterprise and a unit, from the newest audit that looked at all of it. */
export interface CensusLine {
  readonly enterprise: CaseEnterprise;
  readonly unit: CensusUnit;
  readonly audit: { readonly id: string; readonly observationDate: CalendarDate };
}

/** Which enterprise has which process, and how much of it is built, present and in service. */
export function census(audits: readonly Imported[]): readonly CensusLine[] {
  const newest = new Map<string, CensusLine>();
  for (const { audit, enterprise, units, cites } of audits) {
    if (cites !== undefined) continue;
    for (const unit of units) {
      const key = `${enterprise.uscc} ${unit.id}`;
      const known = newest.get(key);
      if (known === undefined || known.audit.observationDate <= audit.observationDate)
        newest.set(key, { enterprise, unit, audit: { id: audit.id, observationDate: audit.observationDate } });
    }
  }
  return [...newest.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

/** One enterprise in a quarterly dispatch (季度调度) or a half-year circular (半年通报). */
export interface EnterpriseLine {
  readonly enterprise: CaseEnterprise;
  readonly counts: HazardCounts;
  readonly overdue: readonly string[];
  readonly nextLimit?: CalendarDate;
}

/** The enterprises with cases, by town and name, over a period; `cases` is the register as of its end. */
export function enterpriseLines(cases: Iterable<CaseState>, period: Period): readonly EnterpriseLine[] {
  const byEnterprise = new Map<string, CaseState[]>();
  for (const it of cases) {
    const { uscc } = it.opened.enterprise;
    byEnterprise.set(uscc, [...(byEnterprise.get(uscc) ?? []), it]);
  }
  return [...byEnterprise.values()]
    .flatMap((own): readonly EnterpriseLine[] => {
      const enterprise = own.at(-1)?.opened.enterprise;
      if (enterprise === undefined) return [];
      const limits = own.flatMap(({ stage, limit }) =>
        stage !== 'closed' && limit !== undefined && limit.until > period.to ? [limit.until] : [],
      );
      const nextLimit = limits.sort()[0];
      return [
        {
          enterprise,
          counts: statistics(own, period).all,
          overdue: own.filter((it) => isOverdue(it, period.to)).map((it) => it.opened.case),
          ...(nextLimit === undefined ? {} : { nextLimit }),
        },
      ];
    })
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function sortKey({ enterprise }: EnterpriseLine): string {
  return `${enterprise.town ?? ''} ${enterprise.name} ${enterprise.uscc}`;
}
