import { sumTraffic } from '../../protocols/index.ts';
import type { ControllerTraffic } from '../record.ts';

/** The traffic of each controller over all runs of an audit, in the order in which they were first told. */
export function totalTraffic(runs: readonly ControllerTraffic[]): readonly ControllerTraffic[] {
  const totals = new Map<string, ControllerTraffic>();
  for (const run of runs) {
    const before = totals.get(run.controller);
    totals.set(run.controller, before === undefined ? run : both(before, run));
  }
  return [...totals.values()];
}

function both(a: ControllerTraffic, b: ControllerTraffic): ControllerTraffic {
  const witness =
    a.witness === undefined || b.witness === undefined ? (a.witness ?? b.witness) : sumTraffic(a.witness, b.witness);
  return {
    controller: a.controller,
    ...sumTraffic(a, b),
    ...(witness === undefined ? {} : { witness }),
    ...(a.fromExchanges === undefined && b.fromExchanges === undefined ? {} : { fromExchanges: true }),
  };
}
