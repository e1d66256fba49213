import type { OutcomeBehind } from '../../audit/index.ts';
import { clauseText } from './clause-text.ts';
import type { Voice } from './voice.ts';

/** A rule whose fault a finding is, too: what it asks for, its clause, how far it binds, and what is not known of that. */
export function behindText({ rule, statement, clause, weight, untold }: OutcomeBehind, voice: Voice): string {
  const behind = voice.say('report.behind-value', {
    statement: voice.pick(statement),
    clause: clause === undefined ? voice.say('report.no-clause') : clauseText(clause, voice),
    weight: voice.say(`report.weight-${weight}`),
    rule,
  });
  if (untold === undefined) return behind;
  return voice.say('report.behind-untold', { behind, facts: untold.join(voice.say('report.comma')) });
}
