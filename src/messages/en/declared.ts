export const declared = {
  'declared.topic-form': 'expected a word of small letters, digits and hyphens, such as gas-holder; found “{written}”',
  'declared.unknown-owner': 'no unit, installation or controller {id} is declared{hint}',
  'declared.inside-of-unit': '{what} is about a unit: write which one under of',
  'declared.twice': '“{what}” has been stated already, in entry {number}',
  'declared.unknown-parameter':
    '“{written}” is no monitored parameter of the processes of this unit; known: {known}{hint}',
} as const;
