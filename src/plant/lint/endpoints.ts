import { text } from '../../messages/index.ts';
import { listed } from '../listed.ts';
import { faultAt } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

/** The endpoints of a redundant pair speak one protocol and differ; only OPC UA has security to declare. */
export const endpoints: Lint = ({ controllers, placeOf }) =>
  [...controllers.all].flatMap(([id, { endpoints: all, security }]) => {
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
      ...(security !== undefined && protocol !== 'opcua'
        ? [faultAt(placeOf(['controllers', id, 'security']), text('plant.security-only-opcua', { protocol }))]
        : []),
    ];
  });
