import { type Text, text } from '../../messages/index.ts';
import type { Plant, SafetyFunction } from '../../plant/index.ts';
import type { CheckContext, Judgement, Part, Witnessed } from '../check.ts';
import { type WitnessedParts, witnessedParts } from './witnessed-parts.ts';

/** What the records that an audit cites prove of a function: each part says which record it is from. */
export function citedParts(it: SafetyFunction, plant: Plant, { witnessed = [] }: CheckContext): WitnessedParts {
  const all = witnessed
    .filter(({ function: id }) => id === it.id)
    .map((one) => {
      const { actions, responses, causes, firstOuts } = witnessedParts(one.facts, it, plant, [
        { kind: 'witnessed', evidence: one.evidence },
      ]);
      const cited = (parts: readonly Part[]) => parts.map((part) => citing(part, one));
      return {
        actions: cited(actions),
        responses: cited(responses),
        causes: cited(causes),
        firstOuts: cited(firstOuts),
      };
    });
  return {
    actions: all.flatMap(({ actions }) => actions),
    responses: all.flatMap(({ responses }) => responses),
    causes: all.flatMap(({ causes }) => causes),
    firstOuts: all.flatMap(({ firstOuts }) => firstOuts),
  };
}

function citing(part: Part, { watch, on }: Witnessed): Part {
  const by = (what: Text) => text('watch.by-record', { what, watch, on });
  const { lacks, unmet } = part;
  return {
    ...part,
    ...(lacks === undefined ? {} : { lacks: by(lacks) }),
    ...(unmet === undefined
      ? {}
      : {
          unmet: (inputs) => {
            const because = unmet(inputs);
            return because === undefined ? undefined : by(because);
          },
        }),
    judge: (inputs): Judgement => {
      const judged = part.judge(inputs);
      return judged.says === 'fail'
        ? { ...judged, actual: by(judged.actual) }
        : { ...judged, because: by(judged.because) };
    },
  };
}
