import type { ResultDocument } from '../json/index.ts';
import { lineOf, tokenOf } from './identifier.ts';

const namespace = 'https://tripline.invalid/ns/oscal';

/** The head of both OSCAL documents; dated by the record, never by the export. */
export function metadataOf({ audit, enterprise, tripline }: ResultDocument): unknown {
  return {
    title: lineOf(enterprise.name),
    'last-modified': audit.finishedAt ?? audit.startedAt,
    version: lineOf(audit.id),
    'oscal-version': '1.1.3',
    props: propertiesOf({ uscc: enterprise.uscc, tripline, 'chain-head': audit.chainHead }),
  };
}

/** Properties in a namespace of our own. */
export function propertiesOf(values: Readonly<Record<string, string>>): readonly unknown[] {
  return Object.entries(values).map(([name, value]) => ({ name: tokenOf(name), ns: namespace, value: lineOf(value) }));
}
