import { text } from '../../messages/index.ts';
import { type Address, parseAddress } from '../../protocols/index.ts';
import { faultAt, type PlantFault } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

/** Two tags never stand at one address of one controller. */
export const sharedAddresses: Lint = ({ controllers, points, placeOfPoint }) => {
  const firstAt = new Map<string, string>();
  const faults: PlantFault[] = [];
  for (const [tag, { controller, written, type }] of points.all) {
    const protocol = controllers.all.get(controller)?.endpoints[0].protocol;
    const parsed = protocol === undefined ? undefined : parseAddress(protocol, written, type);
    if (parsed?.ok !== true) continue;
    const place = `${controller} ${placeIn(parsed.value)}`;
    const first = firstAt.get(place);
    if (first === undefined) firstAt.set(place, tag);
    else faults.push(faultAt(placeOfPoint(tag), text('plant.address-shared', { written, first })));
  }
  return faults;
};

/** However it is written: 40001 and holding:0 are one place. */
export function placeIn(address: Address): string {
  switch (address.protocol) {
    case 'modbus':
      return `${address.table} ${address.offset} ${address.bit ?? ''}`;
    case 's7':
      return `${address.area} ${address.db ?? ''} ${address.byte} ${address.bit ?? ''}`;
    case 'file':
      return address.item;
    case 'opcua':
      return `${address.namespaceUri ?? ''} ${address.nodeId}`;
  }
}
