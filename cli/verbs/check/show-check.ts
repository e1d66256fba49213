import { say } from '../../../src/messages/index.ts';
import { formatFault, formatFaultCount, type LoadResult } from '../../../src/plant/index.ts';
import {
  type Catalogue,
  countIncluded,
  localDate,
  processesInScope,
  unmeasuredParameters,
} from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import { plainRemarks, remarkLines } from '../../remark-lines.ts';
import type { Terminal } from '../../terminal.ts';

/** Says what a plant file declares or what is wrong in it, and what wants a look; remarks change no exit code. */
export function showCheck(loaded: LoadResult, catalogue: Catalogue, isJson: boolean, io: Terminal): number {
  const code = loaded.ok ? exitCode.done : exitCode.usage;
  const faults = loaded.ok ? [] : loaded.faults;
  if (isJson) {
    const plain = faults.map(({ because, ...place }) => ({ ...place, because: say(because, io.language) }));
    io.print(JSON.stringify({ faults: plain, remarks: plainRemarks(loaded.remarks, io) }, null, 2));
    return code;
  }
  for (const fault of faults) io.print(formatFault(fault, io.language));
  if (loaded.remarks.length > 0) io.print(io.say('remarks.head'));
  for (const line of remarkLines(loaded.remarks, io)) io.print(line);
  if (!loaded.ok) {
    io.print(formatFaultCount(faults.length, io.language));
    return code;
  }
  const { units, controllers, points, functions } = countIncluded(loaded.plant, catalogue, localDate(Date.now()));
  for (const unit of units) {
    const processes = processesInScope(unit, loaded.plant).flatMap((id) => catalogue.get(id) ?? []);
    const names = unmeasuredParameters(unit, processes, loaded.plant);
    if (names.length > 0)
      io.note(io.say('rulebase.unit-unmeasured', { unit: unit.id, names: names.join(io.say('report.comma')) }));
  }
  const counts = { units: units.length, controllers: controllers.length };
  io.print(io.say('cli.check-good', { ...counts, points: points.size, functions: functions.length }));
  return code;
}
