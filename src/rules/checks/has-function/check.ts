import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { indexOf, type SafetyFunction } from '../../../plant/index.ts';
import { defineCheckOfAny, type Need } from '../../check.ts';
import type { Subject } from '../../subject.ts';

/**
 * The subject has a declared function that serves one of `serves`, by a row of the catalogue or by its own word, and its
 * causes and final elements can be read. With `solver: sis`, one that a safety system of its own executes.
 */
export const hasFunction = defineCheckOfAny({
  name: 'has-function',
  parameters: z.strictObject({
    serves: z.array(z.string()).min(1),
    solver: z.literal('sis').optional(),
    /** Kinds of which it cannot be told whether they are meant, too: where nothing else is there it is unknown. */
    doubtful: z.array(z.string()).default([]),
  }),
  parts: (subject, { serves, solver, doubtful }) => {
    const { plant } = subject;
    const found = functionsOf(subject).filter(({ kinds }) => kinds.some((kind) => serves.includes(kind)));
    const roleOf = (it: SafetyFunction) => indexOf(plant).controller(it.solver)?.role;
    const own = solver === undefined ? found : found.filter(({ function: it }) => roleOf(it) === 'sis');
    const live = own.filter(({ function: it }) => it.document === undefined);
    const undeclared = found.find(({ function: it }) => it.document === undefined && it.solver === undefined);
    const names = live.map(({ function: it }) => it.id).join('、');
    const what = serves.join(' / ');
    const maybe = functionsOf(subject).filter(({ kinds }) => kinds.some((kind) => doubtful.includes(kind)));
    const lacks =
      live.length > 0
        ? undefined
        : own.length > 0
          ? text('audit.only-by-document')
          : undeclared !== undefined && solver !== undefined
            ? text('rules.solver-not-declared', { function: undeclared.function.id })
            : maybe.length > 0
              ? text('rulebase.only-doubtful', { what, names: maybe.map(({ function: it }) => it.id).join('、') })
              : undefined;
    const needs = [...new Set(live.flatMap(({ function: it }) => tagsOf(it)))].map(
      (tag): Need => ({ kind: 'reading', tag }),
    );
    return [
      {
        name: `function ${serves.join(' ')}`,
        needs,
        ...(lacks === undefined ? {} : { lacks }),
        judge: () => {
          if (live.length > 0) return { says: 'pass', because: text('rulebase.function-there', { what, names }) };
          const expected = text(solver === undefined ? 'rulebase.function-expected' : 'rulebase.sis-expected', {
            what,
          });
          const other = found.map(({ function: it }) => `${it.id} (${it.solver ?? ''})`).join('、');
          return {
            says: 'fail',
            expected,
            actual:
              found.length === 0
                ? text('rulebase.function-not-found', { what })
                : text('rulebase.not-by-sis', { functions: other }),
          };
        },
      },
    ];
  },
});

function functionsOf(
  subject: Subject,
): readonly { readonly function: SafetyFunction; readonly kinds: readonly string[] }[] {
  return 'functions' in subject ? subject.functions : [];
}

/** What shows that it is built: its causes, and the feedback or else the command of its final elements. */
function tagsOf(it: SafetyFunction): readonly string[] {
  return [
    ...it.causes.flatMap((cause) => cause.channels),
    ...(it.loop === undefined ? [] : [it.loop.measurement]),
    ...(it.manual === undefined ? [] : [it.manual]),
    ...it.effects.flatMap(({ feedback, command }) => {
      const shown = Object.values(feedback ?? {}).filter((tag) => tag !== undefined);
      return shown.length > 0 || command === undefined ? shown : [command.point];
    }),
  ];
}
