import { text } from '../../messages/index.ts';
import { listed } from '../listed.ts';
import type { Controller } from '../plant.ts';
import { faultAt, type Place, type PlantFault } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

/** The endpoints of a redundant pair speak one protocol and differ; only OPC UA has security to declare. */
export const endpoints: Lint = ({ controllers, placeOf }) =>
  [...controllers.all].flatMap(([id, { endpoints: all, security, exported, via }]) => {
    const [{ protocol }] = all;
    const protocols = [...new Set(all.map((endpoint) => endpoint.protocol))];
    const urls = all.map((endpoint) => endpoint.url);
    const twice = urls.findIndex((url, index) => urls.indexOf(url) !== index);
    const place = placeOf(['controllers', id, 'endpoints']);
    return [
      ...(protocols.length > 1
        ? [faultAt(place, text('plant.protocols-differ', { protocols: listed(protocols) }))]
        : []),
      ...(twice === -1
        ? []
        : [
            faultAt(
              placeOf(['controllers', id, 'endpoints', twice]),
              text('plant.endpoint-twice', { url: urls[twice] ?? '' }),
            ),
          ]),
      ...(protocol === 'file' ? fileFaults({ count: all.length, exported, via }, placeOf(['controllers', id])) : []),
      ...(protocol !== 'file' && exported !== undefined
        ? [faultAt(placeOf(['controllers', id, 'export']), text('file.export-without-file'))]
        : []),
      ...(security !== undefined && protocol !== 'opcua'
        ? [faultAt(placeOf(['controllers', id, 'security']), text('plant.security-only-opcua', { protocol }))]
        : []),
    ];
  });

/** Files come one way only, with the word of a person behind them; redundancy is of controllers. */
function fileFaults(
  { count, exported, via }: { readonly count: number; readonly exported: unknown; readonly via: Controller['via'] },
  place: Place,
): readonly PlantFault[] {
  return [
    ...(exported === undefined ? [faultAt(place, text('file.export-missing'))] : []),
    ...(via === 'file' ? [] : [faultAt(place, text('file.via-file'))]),
    ...(count > 1 ? [faultAt(place, text('file.one-endpoint'))] : []),
  ];
}
