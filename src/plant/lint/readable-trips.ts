import { text } from '../../messages/index.ts';
import { faultAt } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

/** A readable trip names its setpoint point, which holds a number, and its channels measure. */
export const readableTrips: Lint = ({ functions, points, placeOf }) =>
  [...functions.all].flatMap(([id, { causes }]) =>
    causes.flatMap(({ trip, channels }, index) => {
      if (trip?.kind !== 'readable') return [];
      const path = ['functions', id, 'when', index] as const;
      const { setpoint } = trip;
      const type = setpoint === undefined ? undefined : points.all.get(setpoint)?.type;
      return [
        ...(setpoint === undefined
          ? [faultAt(placeOf([...path, 'trip', 'setpoint']), text('plant.setpoint-missing'))]
          : []),
        ...(type === 'bool' || type === 'string'
          ? [
              faultAt(
                placeOf([...path, 'trip', 'setpoint']),
                text('plant.setpoint-type', { tag: setpoint ?? '', type }),
              ),
            ]
          : []),
        ...channels.flatMap((tag, at) =>
          points.all.get(tag)?.type === 'bool'
            ? [faultAt(placeOf([...path, 'of', at]), text('plant.switch-has-no-value', { tag }))]
            : [],
        ),
      ];
    }),
  );
