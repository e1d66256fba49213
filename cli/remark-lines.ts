import { say, text } from '../src/messages/index.ts';
import { formatFault, type PlantRemark } from '../src/plant/index.ts';
import type { Terminal } from './terminal.ts';

/** The remarks on a plant file as lines; what only the site can answer is said as a question. */
export function remarkLines(remarks: readonly PlantRemark[], io: Terminal): readonly string[] {
  return remarks.map(({ asks, because, ...place }) =>
    formatFault({ ...place, because: asks ? text('remarks.ask', { because }) : because }, io.language),
  );
}

/** The same for `--json`, with their sentences said. */
export function plainRemarks(remarks: readonly PlantRemark[], io: Terminal): readonly object[] {
  return remarks.map(({ because, ...rest }) => ({ ...rest, because: say(because, io.language) }));
}
