import type { CatalogueRow, FunctionKind, Nature } from './catalogue.ts';

const natureOfKind: Readonly<Record<FunctionKind, Nature>> = {
  'emergency-shutdown': 'sif',
  isolation: 'sif',
  'emergency-cooling': 'sif',
  quench: 'sif',
  'inert-gas': 'sif',
  'manual-esd': 'sif',
  interlock: 'interlock',
  'compressor-protection': 'interlock',
  'flame-protection': 'interlock',
  'toxic-absorption': 'interlock',
  'dump-tank': 'interlock',
  alarm: 'alarm',
  'gas-detection': 'alarm',
  monitoring: 'alarm',
  'ratio-control': 'control-loop',
  'agitation-control': 'control-loop',
  'level-control': 'control-loop',
  ventilation: 'interlock',
  'emergency-relief': 'passive',
  'explosion-venting': 'passive',
  'static-elimination': 'passive',
  power: 'passive',
  video: 'passive',
};

const emergencyKinds: ReadonlySet<FunctionKind> = new Set([
  'emergency-shutdown',
  'isolation',
  'emergency-cooling',
  'quench',
  'inert-gas',
  'manual-esd',
  'toxic-absorption',
  'dump-tank',
]);

/** The nature of a row: its own where it has one, else its kind's. An interlock that must have a SIL becomes a SIF in `requiredFunctions`. */
export function natureOf(row: CatalogueRow): Nature {
  return row.nature?.is ?? natureOfKind[row.kind];
}

/** True for the words that name an emergency kind of control function. */
export function isEmergencyKind(word: string): boolean {
  return [...emergencyKinds].some((kind) => kind === word);
}

/** True for the rows that answer "is emergency shutdown present" (judgement.md §2). A passive row never does. */
export function isEmergency(row: CatalogueRow): boolean {
  return (emergencyKinds.has(row.kind) || row.shutdown_part !== undefined) && natureOf(row) !== 'passive';
}
