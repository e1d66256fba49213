import { text } from '../../messages/index.ts';
import { faultAt } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

/** A movement in percent of the range, a range and a fault band need what they are percents or values of. */
export const movingPoints: Lint = ({ points, placeOfPoint }) =>
  [...points.all].flatMap(([tag, { moves, range, faultBand, unit, type }]) => {
    if (moves !== undefined && range === undefined)
      return [faultAt(placeOfPoint(tag), text('plant.moves-range', { tag }))];
    if (range === undefined && faultBand === undefined) return [];
    if (type === 'bool' || type === 'string')
      return [faultAt(placeOfPoint(tag), text('plant.range-type', { tag, type }))];
    if (unit === undefined) return [faultAt(placeOfPoint(tag), text('plant.range-unit', { tag }))];
    if (range === undefined || faultBand === undefined) return [];
    const isOutside = faultBand.low <= range.low && range.high <= faultBand.high;
    return isOutside ? [] : [faultAt(placeOfPoint(tag), text('plant.fault-band', { tag }))];
  });
