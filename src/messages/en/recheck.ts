import type { recheck as zh } from '../zh/recheck.ts';

export const recheck: Readonly<Record<keyof typeof zh, string>> = {
  'recheck.document-title': '{enterprise}: re-inspection of automatic control and emergency shutdown',
  'recheck.cover-title': 'Re-inspection of automatic control and emergency shutdown',
  'recheck.label-cites': 'Held against audit',
  'recheck.cited': '{audit} (head of chain {head})',
  'recheck.title': 'Result of the re-inspection',
  'recheck.sentence':
    '{all} findings read again: {rectified} rectified, {open} not rectified, {unknown} not verifiable; {fresh} new',
  'recheck.cites':
    'Held against audit {audit} (head of chain {head}), with its rules and its law date; only the points behind its findings were read again.',
  'recheck.scope': 'Functions that were not read again were not judged, and nothing is concluded about them here.',
  'recheck.person':
    'This is what the instruments say. Whether it is accepted and closed is for the person who re-inspects to confirm and for the authority to decide.',
  'recheck.was': 'Finding',
  'recheck.verdict': 'Result',
  'recheck.findings': 'Before and after, one by one',
  'recheck.fresh': 'New findings of the re-inspection',
  'recheck.no-fresh': 'Nothing new was found.',
  'recheck.then': 'First audit',
  'recheck.now': 'Re-inspection',
  'recheck.satisfied': 'satisfied',
  'recheck.not-judged': 'not judged',
};
