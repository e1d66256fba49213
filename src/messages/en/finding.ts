import type { finding as zh } from '../zh/finding.ts';

export const finding = {
  'finding.verb':
    'add what an expert saw on site to the evidence of an audit; stands beside the verdicts of the machine and changes none',
  'finding.verb-add': 'add one thing that was seen',
  'finding.verb-list': 'list what was added',
  'finding.option-text': 'what was seen',
  'finding.option-by': 'who saw it',
  'finding.option-date': 'the day it was seen, today by default',
  'finding.option-unit': 'unit; may be left out where there is one only, - is the whole enterprise',
  'finding.option-subject': 'what it is about: a function, controller, element or tag',
  'finding.option-clause':
    'fact id of the clause, such as REG-MH-04; left out where not known, the report says so then',
  'finding.option-photo': 'photograph (may be repeated); copied beside the evidence, its SHA-256 is recorded',
  'finding.option-remediation': 'proposed remediation',
  'finding.no-unit': 'the plant file has no unit {unit}; there are: {units}',
  'finding.no-subject': 'the plant file has no {subject} (function, controller, element or tag)',
  'finding.no-clause': 'no rule pack cites {fact}; leave --clause out where the clause is not known',
  'finding.no-photo': 'there is no photograph {file}',
  'finding.future': 'the date {date} is after today, {today}',
  'finding.empty': '{option} must not be empty',
  'finding.added':
    'added {id} (entry {number}). The head of the chain is now {head}; reports printed before cite the former head, draw them again with tripline report where needed',
  'finding.line': '{id}  {date}  {by}  {about}  {text}  clause: {clause}  photographs {photos}',
  'finding.none': 'nothing was added',
  'finding.section': 'Seen on site by experts (no verdict of the machine)',
  'finding.section-intro':
    'The persons named saw this on site and added it to the evidence. It is no verdict on readings, is counted nowhere, and changes no conclusion above.',
  'finding.column-id': 'No.',
  'finding.column-subject': 'Subject',
  'finding.column-text': 'Seen',
  'finding.column-clause': 'Clause',
  'finding.column-photographs': 'Photographs',
  'finding.column-remediation': 'Remediation',
  'finding.column-person': 'Person, date',
  'finding.clause-unknown': 'not known',
  'finding.no-photograph': 'none',
  'finding.whole-enterprise': 'enterprise',
  'finding.seen': 'seen on site by {by} on {date} (no verdict of the machine)',
  'finding.drawn-before':
    'the report was drawn at head {head}; {count} things that people saw were added to the evidence since and are not in it',
  'finding.photograph-holds': 'the photograph {file} ({id}) is the one that the evidence names',
  'finding.photograph-differs': 'the photograph {file} ({id}) is not the one that the evidence names',
  'finding.photograph-gone': 'the photograph {file} ({id}) is not beside the evidence',
  'finding.sheet': 'Seen by experts',
  'finding.by-eye':
    '{case} is what an expert saw; the machine cannot read it again. Send somebody, then write down the result with case confirm --verdict … --reason …',
} satisfies Record<keyof typeof zh, string>;
