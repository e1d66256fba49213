import type { Voice } from './words/index.ts';

/** Which part of a report is wanted; a field that is absent leaves nothing out. */
export interface Edition {
  /** Without the findings one by one, trends, controllers and evidence. */
  readonly summary?: boolean;
  /** One unit alone. */
  readonly unit?: string;
}

/** The sections of the summary, in the order of the report. */
const summarySections = [
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

/** A re-inspection leads with what became of the findings; what it did not judge has no matrix. */
const recheckSections = [
  'cover',
  'recheck',
  'findings',
  'expertFindings',
  'controllers',
  'traffic',
  'rules',
  'readings',
  'signatures',
  'chain',
] as const;
const inRecheckSummary = ['cover', 'recheck', 'expertFindings', 'traffic', 'signatures', 'chain'];

/** The sections that an edition of a record shows, of all there are, in their order. */
export function sectionsShown<N extends string>(
  all: readonly N[],
  {
    isRecheck,
    hasExperts,
    hasDemands,
    summary = false,
  }: {
    readonly isRecheck: boolean;
    readonly hasExperts: boolean;
    readonly hasDemands: boolean;
    readonly summary?: boolean;
  },
): readonly N[] {
  const shown: readonly string[] = isRecheck
    ? recheckSections.filter((name) => !summary || inRecheckSummary.includes(name))
    : summary
      ? summarySections
      : all.filter((name) => name !== 'recheck');
  // What people saw stands in every edition; where nobody added anything, or cites a watch, there is no such section.
  const empty = [...(hasExperts ? [] : ['expertFindings']), ...(hasDemands ? [] : ['demands'])];
  return all.filter((name) => shown.includes(name) && !empty.includes(name));
}

/** What a reader of an edition must know on every page: that there is more than this. */
export function editionMarks({ summary = false, unit }: Edition, voice: Voice): readonly string[] {
  return [
    ...(unit === undefined ? [] : [voice.say('report.edition-unit', { unit })]),
    ...(summary ? [voice.say('report.edition-summary')] : []),
  ];
}
