import NodeS7 from 'nodes7';
import { nodes7Address } from './nodes7-address.ts';
import type { WitnessQuestion, WitnessSaid } from './question.ts';

/** What nodes7 puts in the place of a value, whatever went wrong. */
const bad = /^BAD \d+$/;

/** Reads all points in one round, one telegram in flight; says what nodes7 gave for each, and what it dropped without a word. */
export async function readWithNodes7(
  { port, rack, slot, timeoutMs, points }: Extract<WitnessQuestion, { protocol: 's7' }>,
  say: (said: WitnessSaid) => void,
): Promise<void> {
  const connection = new NodeS7({ silent: true });
  // At most 19 items to a telegram: more than 20 would end this process where a server answers only 20 of them.
  connection.requestMaxPDU = 240;
  connection.requestMaxParallel = 1;
  try {
    const error = await new Promise<unknown>((resolve) =>
      connection.initiateConnection({ host: '127.0.0.1', port, rack, slot, timeout: timeoutMs }, resolve),
    );
    const addresses = new Map(points.map((point, index) => [`p${index}`, nodes7Address(point)]));
    connection.setTranslationCB((name) => addresses.get(name) ?? '');
    connection.addItems([...addresses].flatMap(([name, address]) => (address === undefined ? [] : [name])));
    const values =
      error === undefined
        ? await new Promise<Readonly<Record<string, unknown>>>((resolve) =>
            connection.readAllItems((_, values) => resolve(values)),
          )
        : {};
    for (const [index, { tag }] of points.entries()) {
      const value = values[`p${index}`];
      if (error !== undefined) say({ tag, unreadable: 'no connection' });
      else if (typeof value === 'boolean' || typeof value === 'number') say({ tag, value });
      else if (typeof value === 'string' && !bad.test(value)) say({ tag, value });
      else say({ tag, unreadable: typeof value === 'string' ? value : 'no value' });
    }
  } finally {
    // It connects anew by itself unless it is told not to.
    await new Promise<void>((resolve) => connection.dropConnection(resolve));
  }
}
