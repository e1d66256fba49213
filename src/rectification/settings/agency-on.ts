import type { CalendarDate } from '../../plant/index.ts';
import type { Localized } from '../../rules/index.ts';
import type { Settings } from './settings.ts';

/** The supervising agency on a day; `settled` is false near a reform whose day in this place is not known. */
export interface Agency {
  readonly name: Localized;
  readonly code: string;
  readonly settled: boolean;
}

/** Names the agency by date: 安监局 before the reform of 2018 to 2019, 应急管理局 after it. */
export function agencyOn(date: CalendarDate, { agencies }: Settings): Agency {
  const { list, unsettled } = agencies;
  const found = list.find(({ from, to }) => (from ?? '') <= date && (to === undefined || date <= to)) ?? list.at(-1);
  if (found === undefined) throw new Error('settings without an agency');
  const { name, code } = found;
  return { name, code, settled: unsettled === undefined || date < unsettled.from || unsettled.to < date };
}
