export const declared = {
  'declared.topic-form': 'expected a word of small letters, digits and hyphens, such as gas-holder; found “{written}”',
  'declared.unknown-owner': 'no unit, installation or controller {id} is declared{hint}',
  'declared.twice': '“{what}” has been stated already, in entry {number}',
  'declared.process-unnamed':
    '{unit} is stated to be of a kind that was counted in {process} later: name {process} among its processes, or its required functions are not asked for',
  'declared.unknown-parameter':
    '“{written}” is no monitored parameter of the processes of this unit; known: {known}{hint}',
} as const;
