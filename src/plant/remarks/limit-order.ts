import { text } from '../../messages/index.ts';
import { faultAt } from '../plant-fault.ts';
import { convert } from '../units.ts';
import type { RemarkOn } from './remark.ts';

/** An alarm that does not come before its trip. It may stand in the plant like that: the audit judges it. */
export const limitOrder: RemarkOn = ({ functions, placeOf }) =>
  [...functions.all].flatMap(([id, { causes }]) =>
    causes.flatMap(({ trip, alarm }, index) => {
      if (trip === undefined || alarm === undefined || trip.direction !== alarm.direction) return [];
      const value = convert(alarm.value, trip.value.unit)?.value;
      if (value === undefined) return [];
      const isBefore = trip.direction === 'above' ? value < trip.value.value : value > trip.value.value;
      if (isBefore) return [];
      const written = (limit: typeof trip | typeof alarm) => `${limit.value.value} ${limit.value.unit}`.trim();
      const because = text('remarks.alarm-after-trip', { alarm: written(alarm), trip: written(trip) });
      return [{ ...faultAt(placeOf(['functions', id, 'when', index, 'alarm']), because), asks: false }];
    }),
  );
