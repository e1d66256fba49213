import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Covers } from '../../../src/plant/index.ts';
import type { Terminal } from '../../terminal.ts';
import type { InitOptions } from './run-init.ts';

const section = z.record(z.string(), z.unknown());
const claimSchema = z.strictObject({
  function: z.string(),
  trigger: z.string().exactOptional(),
  action: z.string().exactOptional(),
});
const answersSchema = z.strictObject({
  enterprise: section.default({}),
  units: section.default({}),
  controllers: section.default({}),
  documents: section.default({}),
  functions: section.default({}),
  covers: z.record(z.string(), z.array(claimSchema)).default({}),
});

/** What is to stand in the plant file beside what stands there: sections by its own keys, and claims by function. */
export interface Answers {
  readonly enterprise: Readonly<Record<string, unknown>>;
  readonly units: Readonly<Record<string, unknown>>;
  readonly controllers: Readonly<Record<string, unknown>>;
  readonly documents: Readonly<Record<string, unknown>>;
  readonly functions: Readonly<Record<string, unknown>>;
  readonly covers: Readonly<Record<string, readonly Covers[]>>;
}

/** The answers of a file and of options, the options first; says what is wrong and gives undefined where something is. */
export function readAnswers(options: InitOptions, io: Terminal): Answers | undefined {
  const { answers: file, enterprise: name, uscc, town, sector, unit, controller } = options;
  let written: z.output<typeof answersSchema> = answersSchema.parse({});
  if (file !== undefined) {
    try {
      written = answersSchema.parse(parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) ?? {});
    } catch (error) {
      const message = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
      io.fail('cli.bad-option', { option: '--answers', value: file, expected: message });
      return undefined;
    }
  }
  const units = pairs('--unit', unit, 'U100=氯化装置:P03', ([name = '', processes]) =>
    processes === undefined ? { name } : { name, processes: processes.split('+') },
  );
  const controllers = pairs('--controller', controller, 'SIS=sis:direct:s7://192.0.2.20', ([role, via, ...rest]) => ({
    role,
    via,
    endpoint: rest.join(':'),
  }));
  for (const { option, value, expected } of [...units.faults, ...controllers.faults])
    io.fail('init.bad-pair', { option, value, expected });
  if (units.faults.length + controllers.faults.length > 0) return undefined;
  const own = { name, uscc, town, sectors: sector.length === 0 ? undefined : sector };
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return {
    ...written,
    enterprise: { ...written.enterprise, ...given },
    units: { ...written.units, ...units.entries },
    controllers: { ...written.controllers, ...controllers.entries },
  };
}

/** `id=a:b:c` options, by their id. */
function pairs(
  option: string,
  written: readonly string[],
  expected: string,
  entryOf: (parts: readonly string[]) => object,
) {
  const parsed = written.map((value) => {
    const [, id, rest] = /^([^=\s]+)=(.+)$/u.exec(value) ?? [];
    return { value, id, rest };
  });
  const faults = parsed.filter(({ id }) => id === undefined).map(({ value }) => ({ option, value, expected }));
  const entries = parsed.flatMap(({ id, rest = '' }) =>
    id === undefined ? [] : [[id, entryOf(rest.split(':'))] as const],
  );
  return { faults, entries: Object.fromEntries(entries) };
}
