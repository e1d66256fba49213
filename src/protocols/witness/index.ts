export { askWitness, mostWitnessRequests, type WitnessAnswer, type WitnessReport } from './ask-witness.ts';
