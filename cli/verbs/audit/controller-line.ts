import type { ControllerRecord } from '../../../src/audit/index.ts';
import { say } from '../../../src/messages/index.ts';
import { describeFault } from '../../../src/protocols/index.ts';
import type { Terminal } from '../../terminal.ts';

/** One line of progress about a controller that has been read. */
export function controllerLine(controller: ControllerRecord, io: Terminal): string {
  const { id, endpoint, points, durationMs, fault } = controller;
  const seconds = (durationMs / 1000).toFixed(1);
  return fault === undefined
    ? io.say('cli.controller-read', { id, endpoint, read: points.read, asked: points.asked, seconds })
    : io.say('cli.controller-silent', { id, endpoint, fault: say(describeFault(fault), io.language), seconds });
}
