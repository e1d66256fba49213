import { say } from '../../../src/messages/index.ts';
import { parseEndpoint } from '../../../src/protocols/index.ts';
import type { Catalogue } from '../../../src/rules/index.ts';
import type { Asker } from '../../asker.ts';
import type { Terminal } from '../../terminal.ts';
import type { Answers } from './answers.ts';

/** Says what is wrong with a value under a key of the plant file; undefined where nothing is. */
export type FaultOf = (section: 'enterprise' | 'units' | 'documents', key: string, entry: object) => string | undefined;

/** A check digit is only looked at where the rest is there. */
const complete = { name: '甲', uscc: '91370321MA3C000006', sectors: ['other'] };

/** Asks who is audited; keys that are answered already are not asked. */
export async function askEnterprise(
  given: Answers['enterprise'],
  ask: Asker,
  faultOf: FaultOf,
  io: Terminal,
): Promise<Answers['enterprise']> {
  const line = (key: string, message: string, optional: boolean) =>
    given[key] === undefined
      ? ask.text(message, (written) =>
          written === '' && optional ? undefined : faultOf('enterprise', key, { ...complete, [key]: written }),
        )
      : Promise.resolve(given[key]);
  const name = await line('name', io.say('init.ask-name'), false);
  const uscc = await line('uscc', io.say('init.ask-uscc'), false);
  const town = await line('town', io.say('init.ask-town'), true);
  const kinds = ['hazardous-chemicals', 'metallurgy', 'other'] as const;
  const choices = kinds.map((value) => ({ value, name: io.say(`init.sector-${value}`) }));
  let sectors: unknown = given['sectors'];
  while (sectors === undefined || (Array.isArray(sectors) && sectors.length === 0))
    sectors = await ask.several(io.say('init.ask-sectors'), choices);
  return { name, uscc, ...(town === '' ? {} : { town }), sectors };
}

/** Asks for units until there are no more, with the document that a statement of scale rests on. */
export async function askUnits(
  catalogue: Catalogue,
  ask: Asker,
  faultOf: FaultOf,
  io: Terminal,
): Promise<Pick<Answers, 'units' | 'documents'>> {
  const units: Record<string, unknown> = {};
  const documents: Record<string, unknown> = {};
  do {
    const id = await ask.text(io.say('init.ask-unit-id'), idFault(units, io));
    const name = await ask.text(io.say('init.ask-unit-name'), (written) => faultOf('units', id, { name: written }));
    const processes = await ask.several(
      io.say('init.ask-processes'),
      catalogue.ids.map((value) => ({ value, name: `${value} ${catalogue.get(value)?.name[io.language] ?? ''}` })),
    );
    const commissioned = await ask.text(io.say('init.ask-commissioned'), (written) =>
      written === '' ? undefined : faultOf('units', id, { name, commissioned: written }),
    );
    const scales = ['unknown', 'other', 'large', 'highly-hazardous'] as const;
    const scale = await ask.one(
      io.say('init.ask-scale'),
      scales.map((value) => ({ value, name: io.say(`init.scale-${value}`) })),
    );
    const document = `DOC-SCALE-${id}`;
    if (scale !== 'unknown') documents[document] = await askDocument(document, ask, faultOf, io);
    units[id] = {
      name,
      ...(processes.length === 0 ? {} : { processes }),
      ...(commissioned === '' ? {} : { commissioned }),
      ...(scale === 'unknown' ? {} : { scale: { value: scale, document } }),
    };
  } while (await ask.sure(io.say('init.ask-another-unit')));
  return { units, documents };
}

/** Asks for title and date of a document. */
export async function askDocument(id: string, ask: Asker, faultOf: FaultOf, io: Terminal): Promise<object> {
  const title = await ask.text(io.say('init.ask-document-title'), (written) =>
    faultOf('documents', id, { title: written, date: '2000-01-01' }),
  );
  const date = await ask.text(io.say('init.ask-document-date'), (written) =>
    faultOf('documents', id, { title, date: written }),
  );
  return { title, date };
}

/** Asks for controllers, if any are known yet. */
export async function askControllers(ask: Asker, io: Terminal): Promise<Answers['controllers']> {
  const controllers: Record<string, unknown> = {};
  let more = await ask.sure(io.say('init.ask-any-controller'));
  while (more) {
    const id = await ask.text(io.say('init.ask-controller-id'), idFault(controllers, io));
    const roles = ['bpcs', 'sis', 'gds', 'other'] as const;
    const role = await ask.one(
      io.say('init.ask-role'),
      roles.map((value) => ({ value, name: io.say(`init.role-${value}`) })),
    );
    const vias = ['direct', 'opc-server', 'gateway'] as const;
    const via = await ask.one(
      io.say('init.ask-via'),
      vias.map((value) => ({ value, name: io.say(`init.via-${value}`) })),
    );
    const endpoint = await ask.text(io.say('init.ask-endpoint'), (written) => {
      const parsed = parseEndpoint(written);
      return parsed.ok ? undefined : say(parsed.because, io.language);
    });
    const orders = ['unknown', 'ABCD', 'CDAB', 'BADC', 'DCBA'] as const;
    const order = /^modbus/.test(endpoint)
      ? await ask.one(
          io.say('init.ask-word-order'),
          orders.map((value) => ({ value, name: value === 'unknown' ? io.say('init.word-order-unknown') : value })),
        )
      : 'unknown';
    controllers[id] = { role, via, endpoint, ...(order === 'unknown' ? {} : { word_order: order }) };
    more = await ask.sure(io.say('init.ask-another-controller'));
  }
  return controllers;
}

function idFault(taken: Readonly<Record<string, unknown>>, io: Terminal): (written: string) => string | undefined {
  return (written) =>
    /^[^\s:#{}[\],]+$/u.test(written) && !(written in taken)
      ? undefined
      : io.say('cli.bad-option', { option: 'id', value: written, expected: 'U100' });
}
