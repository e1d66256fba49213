import { z } from 'zod';
import { causeSchema } from './cause.ts';
import { declared } from './declared.ts';
import { effectSchema } from './effect.ts';
import { noun } from './noun.ts';
import { calendarDate, duration, months, topics, truth, words } from './written-forms.ts';

const levels = { '1': 1, '2': 2, '3': 3, '4': 4 } as const;

const coversSchema = noun({ function: words, trigger: words.exactOptional(), action: words.exactOptional() });

const loopSchema = noun({
  pv: words,
  sp: words.exactOptional(),
  output: words.exactOptional(),
  mode: words,
}).transform(({ pv, sp, output, mode }) => declared({ measurement: pv, setpoint: sp, output, mode }));

const inServiceSchema = noun({
  mode: words.exactOptional(),
  heartbeat: words.exactOptional(),
  simulation: words.exactOptional(),
  run_state: words.exactOptional(),
}).transform(({ mode, heartbeat, simulation, run_state }) =>
  declared({ mode, heartbeat, simulation, runState: run_state }),
);

const proofTestSchema = noun({
  every: months,
  last: calendarDate.exactOptional(),
  record: words.exactOptional(),
}).transform(({ every, last, record }) => declared({ everyMonths: every, last, record }));

/** A safety instrumented function, interlock, alarm, control loop or passive safeguard. Expressions are read beside the points. */
export const functionSchema = noun({
  name: words,
  unit: words,
  covers: z.array(coversSchema).exactOptional(),
  serves: topics.exactOptional(),
  sil: z
    .enum(['1', '2', '3', '4'])
    .transform((written) => levels[written])
    .exactOptional(),
  solver: words.exactOptional(),
  latched: truth.exactOptional(),
  on_channel_fault: z.enum(['trip', 'ignore', 'degrade']).exactOptional(),
  active_when: words.exactOptional(),
  // biome-ignore lint/suspicious/noThenProperty: the plant file says when … then.
  then: z.array(effectSchema).exactOptional(),
  when: z.array(causeSchema).exactOptional(),
  loop: loopSchema.exactOptional(),
  document: words.exactOptional(),
  safety_time: duration.exactOptional(),
  manual: words.exactOptional(),
  manual_line: words.exactOptional(),
  reset: words.exactOptional(),
  tripped: words.exactOptional(),
  logic_changed: calendarDate.exactOptional(),
  in_service: inServiceSchema.exactOptional(),
  proof_test: proofTestSchema.exactOptional(),
}).transform((written) => {
  const { name, unit, covers, serves, sil, solver, latched, loop, document, manual, reset, tripped } = written;
  return declared({
    name,
    unit,
    covers: covers ?? [],
    serves,
    sil,
    solver,
    latched,
    onChannelFault: written.on_channel_fault,
    activeWhen: written.active_when,
    causes: written.when ?? [],
    effects: written.then ?? [],
    loop,
    document,
    safetyTimeMs: written.safety_time,
    manual,
    manualLine: written.manual_line,
    reset,
    tripped,
    logicChanged: written.logic_changed,
    inService: written.in_service,
    proofTest: written.proof_test,
  });
});
