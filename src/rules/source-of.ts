import { indexOf, type Plant, type Point, type Via } from '../plant/index.ts';

/** Where the value of a point comes from: by its own declaration, else by its controller's; of a mirror, what it mirrors. */
export function sourceOf(point: Point, plant: Plant): { readonly via: Via; readonly mirrorOf?: string } {
  const controller = indexOf(plant).controller(point.controller);
  const declared = point.via === undefined ? controller : point;
  const via = declared?.via ?? 'direct';
  return declared?.mirrorOf === undefined ? { via } : { via, mirrorOf: declared.mirrorOf };
}
