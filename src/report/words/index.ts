export { clauseText } from './clause-text.ts';
export { deviationText } from './deviation-text.ts';
export { engineeringValue } from './engineering-value.ts';
export { groupedHash, shortHash, spokenHash } from './hash-text.ts';
export { listText, sentences } from './list-text.ts';
export { plantTime, plantTimeOf } from './plant-time.ts';
export { printable } from './printable.ts';
export { valueText } from './value-text.ts';
export { type Voice, voiceOf } from './voice.ts';
