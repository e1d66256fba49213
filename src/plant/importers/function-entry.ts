import { declared } from '../schema/declared.ts';
import type { ImportedFunction } from './imported-function.ts';
import type { Mapping } from './mapping.ts';
import { answerFor } from './tag-pattern.ts';

/** A function as the plant file writes it: what the matrix says, with the points and keys that the mapping gives. */
export function entryOf(
  each: ImportedFunction,
  {
    unit,
    solver,
    trip_kind: kind,
  }: {
    readonly unit?: string | undefined;
    readonly solver?: string | undefined;
    readonly trip_kind?: string | undefined;
  },
  { approved, ...extra }: Readonly<Record<string, unknown>>,
  mapping: Mapping | undefined,
): object {
  const when = each.causes.map(({ vote, of, limit, demand, delay, setpoint, bypass }) =>
    declared({
      vote,
      of,
      trip:
        limit === undefined
          ? undefined
          : declared({ [limit.direction]: inOwnUnit(limit.value, mapping), kind, setpoint, approved }),
      demand,
      bypass,
      delay,
    }),
  );
  const effects = each.effects.map(({ element, to }) => effectOf(element, to, mapping));
  // biome-ignore lint/suspicious/noThenProperty: the plant file says when … then.
  return declared({ name: each.name, unit, sil: each.sil, solver, ...extra, when, then: effects });
}

/** `0.2 MPa` in the unit that the mapping gives for the one written. */
function inOwnUnit(written: string, mapping: Mapping | undefined): string {
  const [value = '', ...unit] = written.split(' ');
  return [value, mapping?.units?.[unit.join(' ')] ?? unit.join(' ')].join(' ').trim();
}

function effectOf(element: string, to: string, mapping: Mapping | undefined): object {
  const answer = answerFor(mapping?.elements, element);
  if (answer === undefined || answer === 'none') return { element, to };
  const named = (template: string | undefined) => template?.replaceAll('{element}', element);
  const command = declared({ point: named(answer.command), trip: answer.trip });
  const feedback = declared({ closed: named(answer.closed), open: named(answer.open), running: named(answer.running) });
  const isEmpty = (group: object) => Object.keys(group).length === 0;
  return declared({
    element,
    to,
    command: isEmpty(command) ? undefined : command,
    feedback: isEmpty(feedback) ? undefined : feedback,
    within: answer.within,
  });
}

/** The tags that the answer for an element names. */
export function elementPointsOf(element: string, mapping: Mapping | undefined): readonly string[] {
  const answer = answerFor(mapping?.elements, element);
  if (answer === undefined || answer === 'none') return [];
  const { command, closed, open, running } = answer;
  return [command, closed, open, running].flatMap((each) => each?.replaceAll('{element}', element) ?? []);
}
