export { askWitness, type WitnessAnswer, type WitnessReport } from './ask-witness.ts';
