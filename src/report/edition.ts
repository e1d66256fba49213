import type { Voice } from './words/index.ts';

/** Which part of a report is wanted; a field that is absent leaves nothing out. */
export interface Edition {
  /** Without the findings one by one, trends, controllers and evidence. */
  readonly summary?: boolean;
  /** One unit alone. */
  readonly unit?: string;
}

/** The sections of the summary, in the order of the report. */
export const summarySections = [
  'cover',
  'conclusion',
  'unverified',
  'expertFindings',
  'rectification',
  'coverage',
  'traffic',
  'signatures',
  'chain',
] as const;

/** What a reader of an edition must know on every page: that there is more than this. */
export function editionMarks({ summary = false, unit }: Edition, voice: Voice): readonly string[] {
  return [
    ...(unit === undefined ? [] : [voice.say('report.edition-unit', { unit })]),
    ...(summary ? [voice.say('report.edition-summary')] : []),
  ];
}
