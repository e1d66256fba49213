import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadPlant, type Plant } from '../plant/index.ts';
import { loadCatalogue, loadPack, type Rule, shippedPackIds } from '../rules/index.ts';
import { judgedPlant } from './judged-plant.test-data.ts';
import type { Outcome } from './outcome.ts';

const packs = shippedPackIds().map((id) => {
  const pack = loadPack(id);
  if (!pack.ok) throw new Error(`pack ${id} has faults`);
  return pack.pack;
});
const rules = new Map(packs.flatMap((pack) => pack.rules).map((rule) => [rule.id, rule]));
const catalogue = loadCatalogue();
const dates = ['2016-06-01', '2018-02-01', '2026-11-23'] as const;

/** A chlorination unit without any function, a converter without lance interlock, a level 1 tank farm protected by its DCS. */
function plantAtFault(): Plant {
  const loaded = loadPlant(fileURLToPath(new URL('../rules/packs/case-site.yaml', import.meta.url)));
  if (!loaded.ok) throw new Error('the case plant has faults');
  const { plant } = loaded;
  const features = ['converter', 'chlorine'];
  return {
    ...plant,
    units: plant.units
      .filter(({ id }) => id === 'U2' || id === 'T3')
      .map((unit) => (unit.id === 'U2' ? { ...unit, commissioned: '2012-06-01', features } : unit)),
    hazardInstallations: plant.hazardInstallations.filter(({ id }) => id === 'MH3'),
    functions: plant.functions.filter(({ id }) => id === 'ALL-3'),
    gasDetectors: (plant.gasDetectors ?? []).filter(({ tag }) => tag === 'GT-2').map((it) => ({ ...it, unit: 'U2' })),
    declarations: [
      { what: 'ups', of: 'SIS', is: 'absent' },
      { what: 'full-process-automation', of: 'U2', is: 'absent' },
      { what: 'liquid-chlorine-kettle-vaporizer', is: 'present' },
      { what: 'ammonia-brine-chlorine-liquefaction', is: 'present' },
    ],
  };
}

/** Why a finding stands otherwise under a later law: every date between the two that the rule itself carries. */
function reasons(rule: Rule, from: string, to: string): string {
  const { effective, due, severity_basis: basis } = rule;
  const between = (date: string | undefined) => date !== undefined && from <= date && date <= to;
  return [
    ...(between(effective.from) ? [`in force from ${effective.from}`] : []),
    ...(between(effective.to) ? [`ended on ${effective.to}`] : []),
    ...(due !== undefined && between(due.date) ? [`due ${due.date} (${due.policy})`] : []),
    ...(basis !== undefined && between(basis.from)
      ? [`graded by ${basis.document}${basis.item === undefined ? '' : ` ${basis.item}`} from ${basis.from}`]
      : []),
  ].join('; ');
}

it('judges the same evidence by the law of three dates, and every difference has its reason', async () => {
  const plant = plantAtFault();
  const readings = { 'P-1': 0.5, 'XV-2.ZSC': false, 'GT-2': 3, 'GT-2.L1': 40, 'GT-2.L2': 50, 'L-1': 3, 'T-2': 20 };
  const lists = dates.map((lawDate) => {
    const { outcomes, conclusion } = judgedPlant(plant, { catalogue, packs, lawDate }, readings);
    const fails = outcomes.filter(({ result }) => result === 'fail');
    const named = fails.flatMap(({ rule: by, subject, behind = [] }) =>
      behind.map(({ rule }): readonly [string, string] => [`${rule}@${subject.id}`, by]),
    );
    return {
      lawDate,
      conclusion,
      fails: new Map(fails.map((outcome) => [outcome.id, outcome])),
      saidBy: new Map(named),
    };
  });
  const standing = (outcome: Outcome | undefined, by: string | undefined) =>
    outcome !== undefined
      ? `${outcome.weight}, ${outcome.severity}`
      : by === undefined
        ? 'not selected'
        : `named by ${by}`;
  const lines = lists.flatMap(({ lawDate, conclusion, fails, saidBy }, index) => {
    const before = lists[index - 1];
    const listed = [...fails.values()].filter(({ weight }) => weight === 'binding' || weight === 'not-yet-due');
    const ids = new Set([...(before?.fails.keys() ?? []), ...fails.keys()]);
    const changes = [...ids].sort().flatMap((id) => {
      const [was, is] = [before?.fails.get(id), fails.get(id)];
      if (before === undefined) return [];
      const [stood, stands] = [standing(was, before.saidBy.get(id)), standing(is, saidBy.get(id))];
      if (stood === stands) return [];
      const rule = rules.get((was ?? is)?.rule ?? '');
      const why = rule === undefined ? '' : reasons(rule, before.lawDate, lawDate);
      expect(why, `${id}: ${stood} -> ${stands}`).not.toBe('');
      return [`  ${id}: ${stood} -> ${stands}: ${why}`];
    });
    return [
      `law of ${lawDate}: ${conclusion.result}`,
      ...listed.map((outcome) => `  ${outcome.weight} ${outcome.severity} ${outcome.id}`).sort(),
      ...(before === undefined ? [] : [`differences from ${before.lawDate}:`, ...changes]),
      '',
    ];
  });
  await expect(lines.join('\n')).toMatchFileSnapshot('golden/three-law-dates.txt');
});
