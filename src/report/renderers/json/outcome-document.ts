import type { Missing, Outcome, OutcomeBehind, PartOutcome } from '../../../audit/index.ts';
import type { Text } from '../../../messages/index.ts';
import type { Clause } from '../../../rules/index.ts';
import type { Voice } from '../../words/index.ts';
import type { ResultDocument } from './result-schema.ts';

type OutcomeDocument = ResultDocument['outcomes'][number];
type SentenceDocument = { key: string; text: string };

/** A sentence with the key of its message, so that a machine need not read it. */
export function sentenceDocument(it: Text, voice: Voice): SentenceDocument {
  return { key: it.key, text: voice.tell(it) };
}

/** One outcome as result.json has it. */
export function outcomeDocument(outcome: Outcome, voice: Voice): OutcomeDocument {
  const { id, rule, pack, subject, result, weight, severity, statement, parts, immediate, remediation } = outcome;
  const { clause, also, behind, severityBasis, due, proposedLimit, evidence } = outcome;
  const said = (pick: (part: PartOutcome) => Text | undefined) =>
    parts.flatMap((part) => {
      const it = pick(part);
      return it === undefined ? [] : [sentenceDocument(it, voice)];
    });
  return {
    id,
    rule,
    pack,
    subject: {
      kind: subject.kind,
      id: subject.id,
      name: subject.name,
      ...(subject.unit === undefined ? {} : { unit: subject.unit }),
      rows: [...subject.rows],
    },
    result,
    weight,
    severity,
    statement: voice.pick(statement),
    because: said((part) => part.because),
    expected: said((part) => part.expected),
    actual: said((part) => part.actual),
    missing: parts.flatMap((part) => part.missing.map((it) => missingDocument(it, voice))),
    parts: parts.map((part) => partDocument(part, voice)),
    ...(clause === undefined ? {} : { clause: clauseDocument(clause) }),
    also: also.map(clauseDocument),
    ...(behind === undefined ? {} : { behind: behind.map((each) => behindDocument(each, voice)) }),
    ...(severityBasis === undefined ? {} : { severityBasis: clauseDocument(severityBasis) }),
    ...(due === undefined ? {} : { due: { policy: due.policy, date: due.date } }),
    ...(proposedLimit === undefined
      ? {}
      : { proposedLimit: { from: proposedLimit.from, days: proposedLimit.days, date: proposedLimit.date } }),
    ...(immediate === undefined ? {} : { immediate: voice.pick(immediate) }),
    remediation: voice.pick(remediation),
    evidence: [...evidence],
  };
}

/** One part of a judgement as result.json has it. */
export function partDocument(it: PartOutcome, voice: Voice): OutcomeDocument['parts'][number] {
  const { part, result, because, expected, actual, side, grade, sampling, missing, evidence } = it;
  return {
    part,
    result,
    ...(because === undefined ? {} : { because: sentenceDocument(because, voice) }),
    ...(expected === undefined ? {} : { expected: sentenceDocument(expected, voice) }),
    ...(actual === undefined ? {} : { actual: sentenceDocument(actual, voice) }),
    ...(side === undefined ? {} : { side }),
    ...(grade === undefined ? {} : { grade }),
    ...(sampling === undefined ? {} : { sampling: { ...sampling } }),
    missing: missing.map((each) => missingDocument(each, voice)),
    evidence: [...evidence],
  };
}

function missingDocument({ of, why }: Missing, voice: Voice): { of: string; why: SentenceDocument } {
  return { of, why: sentenceDocument(why, voice) };
}

function behindDocument(
  { rule, pack, statement, weight, clause, untold }: OutcomeBehind,
  voice: Voice,
): NonNullable<OutcomeDocument['behind']>[number] {
  return {
    rule,
    pack,
    statement: voice.pick(statement),
    weight,
    ...(clause === undefined ? {} : { clause: clauseDocument(clause) }),
    ...(untold === undefined ? {} : { untold: [...untold] }),
  };
}

/** A clause for machines. */
export function clauseDocument({ document, item, fact, text }: Clause): NonNullable<OutcomeDocument['clause']> {
  return { document, ...(item === undefined ? {} : { item }), fact, confidence: text };
}
