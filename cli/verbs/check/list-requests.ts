import { assumedAnswerMs, type ControllerRequests, requestsOfAudit } from '../../../src/audit/index.ts';
import type { Plant } from '../../../src/plant/index.ts';
import { type Catalogue, localDate } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { loadPacks } from '../audit/load-packs.ts';
import { areThere } from '../audit/read-only.ts';
import type { AuditOptions } from '../audit/read-options.ts';

/** Prints every request that an audit of this plant will or may send, and its ceiling; connects to nothing. */
export function listRequests(plant: Plant, catalogue: Catalogue, options: AuditOptions, io: Terminal): number {
  const packs = loadPacks(options.packs, io);
  if (packs === undefined) return exitCode.usage;
  const observationDate = localDate(options.clock.now().utc);
  const { lawDate, windowMs, everyMs, only, witness } = options;
  if (only !== undefined && !areThere(only, plant, packs, lawDate ?? observationDate, io)) return exitCode.usage;
  const { window, controllers } = requestsOfAudit(plant, catalogue, packs, {
    observationDate,
    lawDate,
    windowMs,
    everyMs,
    only,
    witness,
  });
  if (options.json) {
    const assumptions = { answerMs: assumedAnswerMs, s7PduBytes: 240, opcuaNodesPerRead: 1000 };
    io.print(JSON.stringify({ window, assumptions, controllers }, null, 2));
    return exitCode.done;
  }
  const assumed = { answer: assumedAnswerMs, window: seconds(window.ms), every: seconds(window.everyMs) };
  io.print(io.say('cli.requests-head', assumed));
  for (const controller of controllers) for (const line of requestLines(controller, io)) io.print(line);
  io.print(io.say('cli.requests-foot', { n: '{n}' }));
  return exitCode.done;
}

/** The plan for one controller in lines: what will be sent, what may be, and the ceiling. */
export function requestLines(controller: ControllerRequests, io: Terminal): readonly string[] {
  const { planned, contingencies, totals, ceiling } = controller;
  return [
    '',
    io.say('cli.requests-controller', { id: controller.controller, endpoints: controller.endpoints.join('  ') }),
    ...planned.map(({ kind, what, count, bytesOut, bytesIn }) =>
      io.say('cli.requests-planned', { kind, what, count, out: bytesOut * count, in: bytesIn * count }),
    ),
    io.say('cli.requests-totals', {
      requests: totals.requests,
      out: totals.bytesOut,
      in: totals.bytesIn,
      seconds: seconds(controller.durationMs),
    }),
    ...contingencies.map(({ because, kind, what, count }) =>
      io.say('cli.requests-possible', { because: io.say(`cli.requests-because-${because}`), kind, what, count }),
    ),
    io.say('cli.requests-ceiling', { requests: ceiling.requests, bytes: ceiling.bytes }),
  ];
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
