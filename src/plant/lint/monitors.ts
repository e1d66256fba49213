import { text } from '../../messages/index.ts';
import { listed } from '../listed.ts';
import { hint } from '../nearest.ts';
import { faultAt } from '../plant-fault.ts';
import { claimedProcesses } from './claimed-processes.ts';
import type { Lint } from './lint.ts';

/** What a unit says that its points monitor is a monitored parameter of one of its processes. */
export const monitors: Lint = ({ units, declarations, placeOfKey }, { knownParameters }) =>
  [...units.all].flatMap(([id, unit]) => {
    if (knownParameters === undefined) return [];
    const known = (claimedProcesses(id, { units, declarations }) ?? []).flatMap(
      (process) => knownParameters(process) ?? [],
    );
    return Object.keys(unit.monitors ?? {})
      .filter((written) => !known.includes(written))
      .map((written) =>
        faultAt(
          placeOfKey(['units', id, 'monitors', written]),
          text('declared.unknown-parameter', { written, known: listed(known), hint: hint(written, known) }),
        ),
      );
  });
