import type { scope as zh } from '../zh/scope.ts';

export const scope: Readonly<Record<keyof typeof zh, string>> = {
  'check.process-scope':
    'A unit that is said to be outside of a process that it names: not applicable where a document or an eye-witness shows it and the text that leaves it out is confirmed, otherwise unknown. A unit that is said to be counted among a process that it does not name: says whether it is judged by it, shown apart, or not.',
  'scope.outside':
    '{unit} is of the kind that is left out of {process} ({shown}): once the text that leaves it out is confirmed, neither the process nor its required functions apply; until then each row is unknown',
  'scope.unproved':
    '{unit} is said to be of the kind that is left out of {process}, with no document and nobody who saw it: nobody can tell whether it has the process',
  'scope.unconfirmed':
    '{unit} is shown to be of the kind that is left out of {process}, but the text that leaves it out was not seen and excuses nothing; with the text at hand, confirm it by tripline rules confirm REG-P-D',
  'scope.nothing-left-out':
    'no text is known that leaves anything out of {process}; {unit} is judged as one that has it',
  'scope.included-counted':
    '{unit} is said to be of a kind that is counted among {process}, by a text in force from {from}: it is judged as one that has the process, and its rows count',
  'scope.included-unconfirmed':
    '{unit} is said to be of a kind that is counted among {process}, but the text was not seen: its rows are shown apart and do not count; with the text at hand, confirm it by tripline rules confirm REG-P-D',
  'scope.included-later':
    '{unit} is said to be of a kind that is counted among {process}, by a text in force from {from}, after the law date: it is not judged by that process',
  'scope.included-no-text':
    '{unit} is said to be of a kind that is counted among {process}, but no text is known that counts anything in; where it has the process, the plant file names it under processes',
};
