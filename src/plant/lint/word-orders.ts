import { text } from '../../messages/index.ts';
import { type DataType, isModbus, widthOf } from '../../protocols/index.ts';
import { faultAt } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

/**
 * A Modbus value of several registers has a word order, of its own or of its controller: both orders of a float decode
 * to plausible numbers, so it is never guessed. Nothing else has one.
 */
export const wordOrders: Lint = ({ controllers, points, placeOf, placeOfPoint }) => [
  ...[...controllers.all].flatMap(([id, { wordOrder, endpoints }]) =>
    wordOrder === undefined || isModbus(endpoints[0].protocol)
      ? []
      : [faultAt(placeOf(['controllers', id, 'word_order']), text('plant.word-order-only-modbus'))],
  ),
  ...[...points.all].flatMap(([tag, { controller, type, wordOrder }]) => {
    const owner = controllers.all.get(controller);
    if (owner === undefined) return [];
    if (!isModbus(owner.endpoints[0].protocol)) {
      if (wordOrder === undefined) return [];
      return [faultAt(placeOfPoint(tag, 'word_order'), text('plant.word-order-only-modbus'))];
    }
    if (!spansRegisters(type) || wordOrder !== undefined || owner.wordOrder !== undefined) return [];
    return [faultAt(placeOfPoint(tag), text('plant.word-order-missing', { tag, type, controller }))];
  }),
];

function spansRegisters(type: DataType): boolean {
  return type === 'string' || widthOf[type] > 2;
}
