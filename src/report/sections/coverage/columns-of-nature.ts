import { type Column, type CoverageRow, columns } from '../../../audit/index.ts';

type Nature = CoverageRow['nature'];

/** The natures of required functions in the order of the report. */
export const natures = ['sif', 'interlock', 'alarm', 'control-loop', 'passive'] as const satisfies readonly Nature[];

const judged: Readonly<Record<Nature, readonly Column[]>> = {
  sif: columns,
  interlock: columns,
  alarm: ['declared', 'built', 'live', 'setting', 'inService'],
  'control-loop': ['declared', 'built', 'live', 'inService'],
  passive: ['declared', 'built'],
};

/** The columns that a nature is judged in (judgement.md §1); others do not stand in its table. */
export function columnsOf(nature: Nature): readonly Column[] {
  return judged[nature];
}
