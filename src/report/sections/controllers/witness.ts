import type { WitnessRecord } from '../../../audit/index.ts';
import type { Source } from '../../source.ts';
import type { TableModel } from '../../table-model.ts';
import { printable } from '../../words/index.ts';

/** What a second implementation read of the same points. */
export interface WitnessModel {
  readonly title: string;
  readonly intro: string;
  /** The points that do not agree or were not compared; those that agree are counted. */
  readonly points: TableModel;
}

/** Arranges the comparisons: the disagreements first, then what was not compared. */
export function witnessOf(records: readonly WitnessRecord[], { voice }: Pick<Source, 'voice'>): WitnessModel {
  const count = (verdict: WitnessRecord['verdict']) => records.filter((it) => it.verdict === verdict).length;
  const shown = (['disagrees', 'not-compared'] as const).flatMap((verdict) =>
    records.filter((it) => it.verdict === verdict),
  );
  const dash = voice.say('report.dash');
  const value = (it: WitnessRecord['ours']) => (it === undefined ? dash : printable(String(it)) || dash);
  return {
    title: voice.say('report.witness'),
    intro: voice.say('report.witness-intro', {
      count: records.length,
      agrees: count('agrees'),
      disagrees: count('disagrees'),
      notCompared: count('not-compared'),
    }),
    points: {
      headers: (
        ['controller', 'tag', 'witness-program', 'witness-ours', 'witness-theirs', 'witness-result'] as const
      ).map((name) => voice.say(`report.${name}`)),
      rows: shown.map(({ controller, tag, implementation, verdict, ours, theirs, because }) => {
        const word = voice.say(`report.witness-${verdict}`);
        const result =
          because === undefined ? word : voice.say('report.witness-because', { word, because: voice.tell(because) });
        return [controller, tag, implementation, value(ours), value(theirs), result];
      }),
    },
  };
}
