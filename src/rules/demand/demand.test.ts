import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { say } from '../../messages/index.ts';
import type { Plant } from '../../plant/index.ts';
import type { Part } from '../check.ts';
import { functionOf, plant, type Script, watched } from './scripted-looks.test-data.ts';
import type { TestForm } from './test-form.ts';
import { missingOf } from './test-form.ts';
import { noInputs, testedParts } from './tested-parts.ts';
import { witnessedParts } from './witnessed-parts.ts';

const sif = functionOf('SIF-101');

/** Two of three channels beyond their limit; valves that close and open in two seconds. */
function demandAt(ms: number, { arriveMs = ms + 2100, commandMs = ms + 100 } = {}): Script {
  return {
    'TZT-101A': [[ms - 2000, 125]],
    'TZT-101B': [[ms, 125]],
    'XZV-101.CMD': [[commandMs, false]],
    'XZV-103.CMD': [[commandMs, false]],
    'XZV-101.ZSO': [[commandMs + 100, false]],
    'XZV-103.ZSC': [[commandMs + 100, false]],
    'XZV-101.ZSC': [[arriveMs, true]],
    'XZV-103.ZSO': [[arriveMs, true]],
  };
}

function said(part: Part): string {
  if (part.lacks !== undefined) return `unknown ${part.lacks.key}`;
  const unmet = part.unmet?.(noInputs);
  if (unmet !== undefined) return `notchecked ${unmet.key}`;
  const judged = part.judge(noInputs);
  return `${judged.says} ${judged.says === 'fail' ? judged.actual.key : judged.because.key}`;
}

function verdicts(script: Script, options: Parameters<typeof watched>[2] = {}, id = 'SIF-101') {
  const facts = watched(functionOf(id, options.of), script, options);
  const { actions, responses, causes, firstOuts } = witnessedParts(
    facts,
    functionOf(id, options.of),
    options.of ?? plant,
  );
  return {
    facts,
    actions: actions.map(said),
    responses: responses.map(said),
    causes: causes.map(said),
    firstOuts: firstOuts.map(said),
  };
}

describe('a demand that was watched', () => {
  it('is an interval that holds the truth, with its votes and strokes', () => {
    const { facts, actions, responses, causes } = verdicts(demandAt(5100));
    expect(facts.episodes).toHaveLength(1);
    const [episode] = facts.episodes;
    expect(episode?.initiators[0]).toMatchObject({ tags: sif.causes[0]?.channels, needed: 2 });
    expect(episode?.initiators[0]?.demanded).toEqual({ afterMs: 5000, byMs: 5270 });
    expect(episode?.initiators[0]?.votes.map(({ tag }) => tag)).toEqual(['TZT-101A', 'TZT-101B']);
    expect(episode?.effects.find(({ element }) => element === 'XZV-101')?.arrived).toEqual({
      afterMs: 7000,
      byMs: 7270,
    });
    expect(actions).toEqual(['pass watch.acted', 'pass watch.acted']);
    expect(responses).toEqual(['pass watch.responded', 'pass watch.responded']);
    expect(causes).toEqual(['pass watch.has-cause', 'pass watch.has-cause']);
  });

  it.each<readonly [string, Script, Parameters<typeof watched>[2], readonly string[], readonly string[]]>([
    [
      'a slow valve fails beyond doubt',
      demandAt(5100, { arriveMs: 9100 }),
      {},
      ['fail watch.too-late', 'fail watch.too-late'],
      ['pass watch.responded', 'pass watch.responded'],
    ],
    [
      'a valve that sampling cannot tell from a slow one is unknown',
      demandAt(5100, { arriveMs: 8050 }),
      {},
      ['unknown watch.too-coarse', 'unknown watch.too-coarse'],
      ['pass watch.responded', 'pass watch.responded'],
    ],
    [
      'a valve that never comes fails once its time is certainly over',
      demandAt(5100, { arriveMs: 99_000 }),
      { untilMs: 9000 },
      ['fail watch.did-not-act', 'fail watch.did-not-act'],
      ['notchecked rules.window-ended-before-action', 'notchecked rules.window-ended-before-action'],
    ],
    [
      'a watch that ends before is not checked',
      demandAt(5100, { arriveMs: 99_000 }),
      { untilMs: 7000 },
      ['notchecked rules.window-ended-before-action', 'notchecked rules.window-ended-before-action'],
      ['notchecked rules.window-ended-before-action', 'notchecked rules.window-ended-before-action'],
    ],
    [
      'the process safety time itself',
      demandAt(5100, { arriveMs: 36_000 }),
      { untilMs: 40_000 },
      ['fail watch.too-late', 'fail watch.too-late'],
      ['fail watch.too-late', 'fail watch.too-late'],
    ],
    [
      'what stood before watching is not judged',
      demandAt(5100),
      { startMs: 9000 },
      ['notchecked watch.stood', 'notchecked watch.stood'],
      ['notchecked watch.stood', 'notchecked watch.stood'],
    ],
  ])('%s', (_, script, options, actions, responses) => {
    const found = verdicts(script, options);
    expect(found.actions).toEqual(actions);
    expect(found.responses).toEqual(responses);
  });

  it.each<readonly [string, Script, Parameters<typeof watched>[2], readonly string[]]>([
    [
      'an element that is away longer than allowed fails, however long before it was asked',
      { 'XZV-103.ZSO': [[99_000, true]] },
      { startMs: 9000 },
      ['notchecked watch.stood', 'fail watch.did-not-act'],
    ],
    [
      'one that comes only after its time in sight fails',
      { 'XZV-103.ZSO': [[13_000, true]] },
      { startMs: 9000 },
      ['notchecked watch.stood', 'fail watch.at-least-late'],
    ],
    [
      'one that comes sooner may have been late or not: nobody knows since when it was asked',
      { 'XZV-103.ZSO': [[11_000, true]] },
      { startMs: 9000 },
      ['notchecked watch.stood', 'notchecked watch.stood'],
    ],
    [
      'one whose time is not over when the watch ends is not checked',
      { 'XZV-103.ZSO': [[99_000, true]] },
      { startMs: 9000, untilMs: 12_000 },
      ['notchecked watch.stood', 'notchecked watch.stood'],
    ],
    [
      'one that opens again while it stands fails',
      {
        'XZV-103.ZSO': [
          [7200, true],
          [11_000, false],
        ],
      },
      { startMs: 9000 },
      ['notchecked watch.stood', 'fail checks.left-safe-state'],
    ],
  ])('that stood before watching: %s', (_, script, options, actions) => {
    expect(verdicts({ ...demandAt(5100), ...script }, options).actions).toEqual(actions);
  });

  it('is judged at each element by itself where another one was in its safe state before', () => {
    const before: Script = { 'XZV-101.ZSO': [[0, false]], 'XZV-101.ZSC': [[0, true]] };
    const { actions, causes } = verdicts({ ...demandAt(5100), ...before });
    expect(actions).toEqual(['notchecked watch.stood', 'pass watch.acted']);
    expect(causes).toEqual(['pass watch.has-cause']);
  });

  it('finds no fault in an element that left its safe state before the demand', () => {
    const closed: Script = {
      'XZV-101.ZSO': [[0, false]],
      'XZV-101.ZSC': [
        [0, true],
        [3000, false],
        [7200, true],
      ],
    };
    expect(verdicts({ ...demandAt(5100), ...closed }).actions).toEqual(['notchecked watch.stood', 'pass watch.acted']);
  });

  it('after which a valve opens again while its channels cannot be read is unknown: the demand may have ended', () => {
    const lost: Script['x'] = [
      [8000, 'lost'],
      [10_000, 125],
    ];
    const script = {
      ...demandAt(5100),
      'TZT-101A': [[3100, 125], ...lost],
      'TZT-101B': [[5100, 125], ...lost],
      'XZV-101.ZSC': [
        [7200, true],
        [9000, false],
      ],
    } satisfies Script;
    expect(verdicts(script).actions).toEqual(['unknown watch.lost', 'pass watch.acted']);
  });

  it('with a delay asks nothing of an element while the delay still runs', () => {
    const functions = plant.functions.map((it) =>
      it.id === 'SIF-101' ? { ...it, causes: it.causes.map((cause) => ({ ...cause, delayMs: 4000 })) } : it,
    );
    const open: Script = {
      'XZV-101.ZSO': [[0, false]],
      'XZV-101.ZSC': [
        [0, true],
        [6500, false],
      ],
    };
    const told = (delayed: boolean) =>
      verdicts({ ...demandAt(5100), ...open }, { untilMs: 15_000, ...(delayed ? { of: { ...plant, functions } } : {}) })
        .actions[0];
    expect([told(true), told(false)]).toEqual(['notchecked watch.stood', 'fail checks.left-safe-state']);
  });

  it('with a delay is overdue only after delay and allowed time', () => {
    const functions = plant.functions.map((it) =>
      it.id === 'SIF-101' ? { ...it, causes: it.causes.map((cause) => ({ ...cause, delayMs: 2000 })) } : it,
    );
    const told = (untilMs: number) =>
      verdicts(demandAt(5100, { arriveMs: 99_000 }), { untilMs, of: { ...plant, functions } }).actions[0];
    expect(told(9500)).toBe('notchecked rules.window-ended-before-action');
    expect(told(11_000)).toBe('fail watch.did-not-act');
  });

  it('proves nothing of an element that was told to move before anybody looked, unless it never came', () => {
    const told: Script = { ...demandAt(5100), 'XZV-103.CMD': [[0, false]] };
    const came = verdicts(told);
    expect(came.actions).toEqual(['pass watch.acted', 'notchecked watch.moved-before']);
    expect(came.causes).toEqual(['pass watch.has-cause']);
    expect(verdicts({ ...told, 'XZV-103.ZSO': [[99_000, true]] }).actions).toEqual([
      'pass watch.acted',
      'fail watch.did-not-act',
    ]);
  });

  it('after which a valve opens again while the demand stands fails', () => {
    const script = {
      ...demandAt(5100),
      'XZV-101.ZSC': [
        [7200, true],
        [9000, false],
      ],
    } satisfies Script;
    expect(verdicts(script).actions).toEqual(['fail checks.left-safe-state', 'pass watch.acted']);
    const over = {
      ...script,
      'TZT-101A': [
        [3100, 125],
        [8000, 85],
      ],
    } satisfies Script;
    expect(verdicts(over).actions).toEqual(['pass watch.acted', 'pass watch.acted']);
  });

  it('of which the channels were lost in the middle is unknown with its reason, never pass', () => {
    const script = {
      ...demandAt(5100),
      'TZT-101B': [
        [4000, 'lost'],
        [6500, 125],
      ],
    } satisfies Script;
    const { actions, facts } = verdicts(script);
    expect(facts.episodes[0]?.initiators[0]?.demanded).toEqual({ afterMs: 3750, byMs: 6520 });
    expect(actions).toEqual(['unknown watch.lost', 'unknown watch.lost']);
  });

  it('of which the valve was lost in the middle is unknown with its reason', () => {
    const lost: Script['x'] = [[5300, 'lost']];
    const script = { ...demandAt(5100), 'XZV-101.ZSC': lost, 'XZV-103.ZSO': lost } satisfies Script;
    expect(verdicts(script).actions).toEqual(['unknown watch.lost', 'unknown watch.lost']);
  });

  it('with a bypassed channel is no demand at all', () => {
    const script = { ...demandAt(5100), 'MOS-101A': [[0, true]] } satisfies Script;
    const { facts, actions, causes } = verdicts(script);
    expect(facts.episodes[0]?.initiators).toEqual([]);
    expect(actions).toEqual([]);
    expect(causes).toEqual(['informational watch.too-few-votes', 'informational watch.too-few-votes']);
  });

  it('with forced outputs asks for no action', () => {
    const script = {
      ...demandAt(5100, { arriveMs: 99_000, commandMs: 99_000 }),
      'FRC-101': [[0, true]],
    } satisfies Script;
    expect(verdicts(script).actions).toEqual([
      'notchecked checks.demand-held-back',
      'notchecked checks.demand-held-back',
    ]);
  });

  it('whose setpoint moved is unknown', () => {
    const script = { ...demandAt(5100), 'TZSHH-101.SP': [[3000, 124]] } satisfies Script;
    expect(verdicts(script).actions).toEqual(['unknown watch.setting-changed', 'unknown watch.setting-changed']);
  });

  it('is put down to the one that came first, and to nobody where nobody can tell', () => {
    const closed: Script = { 'XZV-105.ZSC': [[7000, true]], 'XZV-102.ZSC': [[7000, true]] };
    const one = verdicts({ ...closed, 'TZT-105A': [[5000, 130]], 'PZT-105A': [[6000, 0.5]] }, {}, 'SIF-105');
    expect(one.actions).toEqual([
      'pass watch.acted',
      'notchecked watch.not-first',
      'pass watch.acted',
      'notchecked watch.not-first',
    ]);
    const both = verdicts({ ...closed, 'TZT-105A': [[5050, 130]], 'PZT-105A': [[5150, 0.5]] }, {}, 'SIF-105');
    expect(both.actions).toEqual(Array(4).fill('notchecked watch.order-open'));
    // An element that never came was asked by both, whoever was first.
    const never = verdicts({ 'TZT-105A': [[5050, 130]], 'PZT-105A': [[5150, 0.5]] }, {}, 'SIF-105');
    expect(never.actions).toEqual(Array(4).fill('fail watch.did-not-act'));
  });

  it('by another function of the same valve proves nothing of this one', () => {
    const valve: Script = { 'XZV-101.ZSC': [[7000, true]], 'XZV-103.ZSO': [[7000, true]] };
    const { actions, causes } = verdicts({ ...valve, 'HS-104': [[5000, true]] });
    expect(actions).toEqual([]);
    expect(causes).toEqual(['pass watch.has-cause', 'pass watch.has-cause']);
  });
});

describe('an effect without a cause', () => {
  const spurious: Script = { 'XZV-101.ZSO': [[5000, false]], 'XZV-101.ZSC': [[7000, true]] };

  it('is told, and is a fault only where everything that may move it is declared', () => {
    expect(verdicts(spurious).causes).toEqual(['fail watch.no-cause']);
    const told = (of: Plant) => verdicts(spurious, { of }).causes;
    expect(told({ ...plant, sequences: [] })).toEqual(['informational watch.no-cause']);
    // Of a sequence nobody can see whether it runs; of a trip whether it stands.
    const unseen = plant.sequences.map(({ activeWhen: _, ...each }) => each);
    expect(told({ ...plant, sequences: unseen })).toEqual(['informational watch.no-cause']);
    const untold = plant.functions.map(({ tripped: _, ...each }) => each);
    expect(told({ ...plant, functions: untold })).toEqual(['informational watch.no-cause']);
  });

  it.each<readonly [string, Script, string]>([
    ['ran before and runs on', { 'SEQ-100': [[4000, true]] }, 'pass watch.has-cause'],
    ['ran when watching began', { 'SEQ-100': [[0, true]] }, 'pass watch.has-cause'],
    ['ran within the same interval', { 'SEQ-100': [[5000, true]] }, 'pass watch.has-cause'],
    ['ran only later', { 'SEQ-100': [[6000, true]] }, 'fail watch.no-cause'],
    [
      'had ended long before',
      {
        'SEQ-100': [
          [1000, true],
          [2000, false],
        ],
        'XZV-101.CMD': [[4900, false]],
      },
      'fail watch.no-cause',
    ],
    [
      'could not be read',
      {
        'SEQ-100': [
          [4000, 'lost'],
          [9000, false],
        ],
      },
      'unknown checks.cause-unread',
    ],
  ])('is none where a declared sequence %s, or is judged as that', (_, script, verdict) => {
    expect(verdicts({ ...spurious, ...script }).causes).toEqual([verdict]);
  });

  it('is none where a trip stood latched; one that came on with it shows a demand that nobody saw', () => {
    const trip = functionOf('SIF-101').tripped ?? '';
    const commanded: Script = { ...spurious, 'XZV-101.CMD': [[4900, false]] };
    expect(verdicts({ ...commanded, [trip]: [[0, true]] }).causes).toEqual(['pass watch.has-cause']);
    expect(verdicts({ ...commanded, [trip]: [[3000, true]] }).causes).toEqual(['pass watch.has-cause']);
    expect(verdicts({ ...commanded, [trip]: [[4900, true]] }).causes).toEqual(['unknown watch.latch-without-demand']);
    expect(verdicts({ ...commanded, [trip]: [[6000, true]] }).causes).toEqual(['fail watch.no-cause']);
  });

  it('is a fault where too few voted, but not where a degraded group may need no more', () => {
    const one: Script = { ...spurious, 'TZT-101B': [[4500, 125]] };
    expect(verdicts(one).causes).toEqual(['fail watch.too-few-votes']);
    expect(verdicts({ ...one, 'MOS-101A': [[0, true]] }).causes).toEqual(['informational watch.too-few-votes']);
  });

  it('is unknown where something that may have asked for it was not read', () => {
    expect(
      verdicts({
        ...spurious,
        'HS-104': [
          [4000, 'lost'],
          [9000, false],
        ],
      }).causes,
    ).toEqual(['unknown checks.cause-unread']);
  });

  it('is unknown where something that may have asked for it was never looked at', () => {
    for (const without of ['HS-104', 'SEQ-100'])
      expect(verdicts(spurious, { without }).causes).toEqual(['unknown checks.cause-unread']);
  });

  it('was before its cause where the cause came later', () => {
    const { actions, causes } = verdicts({ ...demandAt(9000), ...spurious });
    expect(causes[0]).toBe('fail watch.no-cause');
    expect(actions[0]).toBe('notchecked watch.moved-before');
  });
});

describe('the first-out of the solver', () => {
  const shown: Plant = {
    ...plant,
    functions: plant.functions.map((it) =>
      it.id === 'SIF-105'
        ? {
            ...it,
            causes: it.causes.map((cause, at) => ({
              ...cause,
              firstOut: ['SIF-101.TRIP', 'SIF-102.TRIP', 'SIF-106.TRIP'][at] ?? '',
            })),
          }
        : it,
    ),
  };
  const ordered: Script = { 'TZT-105A': [[5000, 130]], 'PZT-105A': [[6000, 0.5]], 'XZV-105.ZSC': [[7000, true]] };

  it.each<readonly [string, Script, string]>([
    ['agrees', { ...ordered, 'SIF-101.TRIP': [[5100, true]] }, 'pass watch.first-out-agrees'],
    ['is wrong', { ...ordered, 'SIF-102.TRIP': [[5100, true]] }, 'fail watch.first-out-wrong'],
    ['is one that nothing demanded', { ...ordered, 'SIF-106.TRIP': [[5100, true]] }, 'fail watch.first-out-wrong'],
    ['is not shown', ordered, 'unknown watch.first-out-not-shown'],
    [
      'cannot be compared within one interval',
      { ...ordered, 'PZT-105A': [[5100, 0.5]], 'SIF-102.TRIP': [[5200, true]] },
      'unknown watch.first-out-open',
    ],
  ])('%s', (_, script, verdict) => {
    expect(verdicts(script, { of: shown }, 'SIF-105').firstOuts).toEqual([verdict]);
  });
});

describe('a proof test', () => {
  const form: TestForm = {
    procedure: 'PT-101',
    persons: ['张三', '李四'],
    scope: { sensors: ['TZT-101A', 'TZT-101C'], logic: true, elements: { 'XZV-101': 'full', 'XZV-103': 'partial' } },
    as_found: { 'TZT-101A': '119.8 ℃', 'TZT-101C': '120 ℃', 'XZV-101': '2.1 s', 'XZV-103': '25 %' },
    as_left: { 'TZT-101A': '120 ℃', 'TZT-101C': '120 ℃', 'XZV-101': '2.1 s', 'XZV-103': '25 %' },
  };
  const renewed = (given: TestForm, script: Script) =>
    testedParts(given, watched(sif, script), sif, plant).map(({ part, of, renewed: is }) => `${part} ${of} ${is}`);

  it('renews what was seen of its scope, and nothing else', () => {
    expect(renewed(form, demandAt(5100))).toEqual([
      'sensor TZT-101A true',
      'sensor TZT-101C false',
      'logic TZT-101A TZT-101B TZT-101C true',
      'element XZV-101 true',
      'partial stroke XZV-103 true',
    ]);
    expect(renewed(form, demandAt(5100, { arriveMs: 9100 }))).toEqual([
      'sensor TZT-101A true',
      'sensor TZT-101C false',
      'logic TZT-101A TZT-101B TZT-101C false',
      'element XZV-101 false',
      'partial stroke XZV-103 true',
    ]);
  });

  it('of a part of the stroke renews no more than that', () => {
    const partial: Script = {
      'XZV-101.ZSO': [
        [5000, false],
        [7000, true],
      ],
    };
    const given: TestForm = { ...form, scope: { sensors: [], logic: false, elements: { 'XZV-101': 'partial' } } };
    expect(renewed(given, partial)).toEqual(['partial stroke XZV-101 true']);
    // Whatever it did after it had been told to move before anybody looked is no test of ours.
    expect(renewed(given, { ...partial, 'XZV-101.CMD': [[0, false]] })).toEqual(['partial stroke XZV-101 false']);
    expect(
      renewed({ ...given, scope: { sensors: [], logic: false, elements: { 'XZV-101': 'full' } } }, partial),
    ).toEqual(['element XZV-101 false']);
  });

  it('with anything missing is none, and says what is missing', () => {
    const { procedure: _, persons: __, ...rest } = form;
    const poor: TestForm = { ...rest, as_left: { 'TZT-101A': '120 ℃' } };
    expect(renewed(poor, demandAt(5100))).toEqual([]);
    expect(missingOf(poor).map((each) => say(each, 'zh'))).toEqual([
      '缺试验规程编号',
      '缺试验人员',
      '缺试验后状态值：TZT-101C、XZV-101、XZV-103',
    ]);
    expect(missingOf(form)).toEqual([]);
    expect(missingOf({}).map(({ key }) => key)).toEqual([
      'watch.missing-procedure',
      'watch.missing-persons',
      'watch.missing-scope',
    ]);
  });
});

describe('whatever the moments and the sampling', () => {
  const moments = fc.record({
    demandMs: fc.integer({ min: 3000, max: 6000 }),
    strokeMs: fc.integer({ min: 200, max: 5000 }),
    everyMs: fc.integer({ min: 100, max: 1500 }),
    takesMs: fc.integer({ min: 0, max: 80 }),
  });

  it('the truth lies in every interval, and no verdict is against it', () => {
    fc.assert(
      fc.property(moments, ({ demandMs, strokeMs, everyMs, takesMs }) => {
        const arriveMs = demandMs + strokeMs;
        const { facts, actions } = verdicts(demandAt(demandMs, { arriveMs, commandMs: demandMs }), {
          everyMs,
          takesMs,
        });
        const episode = facts.episodes[0];
        const demanded = episode?.initiators[0]?.demanded;
        const arrived = episode?.effects.find(({ element }) => element === 'XZV-101')?.arrived;
        if (demanded === undefined || arrived === undefined) throw new Error('a demand was overlooked');
        for (const [span, truth] of [
          [demanded, demandMs],
          [arrived, arriveMs],
        ] as const) {
          expect(span.afterMs).toBeLessThanOrEqual(truth);
          expect(span.byMs).toBeGreaterThanOrEqual(truth);
          expect(span.byMs - span.afterMs).toBeLessThanOrEqual(everyMs + takesMs);
        }
        for (const action of actions)
          if (action.startsWith('pass')) expect(strokeMs).toBeLessThanOrEqual(3000);
          else if (action.startsWith('fail')) expect(strokeMs).toBeGreaterThan(3000);
      }),
      { numRuns: 40 },
    );
  });
});
