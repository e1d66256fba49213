import type { scope as zh } from '../zh/scope.ts';

export const scope: Readonly<Record<keyof typeof zh, string>> = {
  'check.process-scope':
    'A unit that is said to be outside of a process that it names: not applicable where a document or an eye-witness shows it, unknown on its word alone.',
  'scope.outside':
    '{unit} is of the kind that is left out of {process} ({shown}): the process does not apply, nor do its required functions; the text that leaves it out is still to be confirmed',
  'scope.unproved':
    '{unit} is said to be of the kind that is left out of {process}, with no document and nobody who saw it: nobody can tell whether it has the process',
  'scope.nothing-left-out':
    'no text is known that leaves anything out of {process}; {unit} is judged as one that has it',
};
