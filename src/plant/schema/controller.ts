import { z } from 'zod';
import { text } from '../../messages/index.ts';
import { type Endpoint, parseEndpoint, wordOrders } from '../../protocols/index.ts';
import { declared } from './declared.ts';
import { exportSchema } from './export.ts';
import { noun } from './noun.ts';
import { pacingOf, pacingSchema } from './pacing.ts';
import { refuse } from './refuse.ts';
import { securitySchema } from './security.ts';
import { via } from './via.ts';
import { calendarDate, duration, truth, words } from './written-forms.ts';

const endpoint = words.transform((written, context): Endpoint => {
  const parsed = parseEndpoint(written);
  return parsed.ok ? parsed.value : refuse(context, parsed.because);
});

/** A controller: what it is, where it is reached, how gently it is asked. */
export const controllerSchema = noun({
  role: z.enum(['bpcs', 'sis', 'gds', 'other']),
  via,
  vendor: words.exactOptional(),
  model: words.exactOptional(),
  serial: words.exactOptional(),
  firmware: words.exactOptional(),
  endpoint: endpoint.exactOptional(),
  endpoints: z.array(endpoint).min(1).exactOptional(),
  word_order: z.enum(wordOrders).exactOptional(),
  pacing: pacingSchema.exactOptional(),
  security: securitySchema.exactOptional(),
  export: exportSchema.exactOptional(),
  clock_tolerance: duration.exactOptional(),
  allow_witness: truth.exactOptional(),
  logic_changed: calendarDate.exactOptional(),
}).transform((written, context) => {
  const { role, vendor, model, serial, firmware, security } = written;
  if (written.endpoint !== undefined && written.endpoints !== undefined) {
    return refuse(context, text('plant.either-key', { a: 'endpoint', b: 'endpoints' }), 'endpoint');
  }
  const [first, ...others] = written.endpoints ?? [written.endpoint];
  if (first === undefined) return refuse(context, text('plant.missing', { key: 'endpoint' }), 'endpoint');
  const endpoints: readonly [Endpoint, ...Endpoint[]] = [first, ...others.filter((each) => each !== undefined)];
  return declared({
    role,
    ...written.via,
    vendor,
    model,
    serial,
    firmware,
    endpoints,
    wordOrder: written.word_order,
    pacing: pacingOf(written.pacing ?? {}, first.protocol, written.via.via),
    security,
    exported: written.export,
    clockToleranceMs: written.clock_tolerance,
    // A second connection may cost a small controller its last one: the witness needs the owner's word.
    allowWitness: written.allow_witness ?? false,
    logicChanged: written.logic_changed,
  });
});
