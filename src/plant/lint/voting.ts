import { text } from '../../messages/index.ts';
import { faultAt } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

/** MooN needs N channels, all different, and 1 ≤ M ≤ N. */
export const voting: Lint = ({ functions, placeOf }) =>
  [...functions.all].flatMap(([id, { causes }]) =>
    causes.flatMap(({ vote: { needed, of }, channels }, index) => {
      const written = `${needed}oo${of}`;
      const place = () => placeOf(['functions', id, 'when', index, 'vote']);
      const twice = channels.findIndex((tag, at) => channels.indexOf(tag) !== at);
      return [
        ...(needed < 1 || needed > of ? [faultAt(place(), text('plant.vote-impossible', { written }))] : []),
        ...(of === channels.length
          ? []
          : [
              faultAt(
                place(),
                text('plant.vote-channels', { written, of, found: channels.length, channels: channels.join(', ') }),
              ),
            ]),
        ...(twice === -1
          ? []
          : [
              faultAt(
                placeOf(['functions', id, 'when', index, 'of', twice]),
                text('plant.channel-twice', { tag: channels[twice] ?? '' }),
              ),
            ]),
      ];
    }),
  );
