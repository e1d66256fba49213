import { text } from '../../messages/index.ts';
import type { Controller, Plant } from '../../plant/index.ts';
import type { Moment, Observation, SelfReport } from '../../protocols/index.ts';
import { checks, clockOffset, type Look, noInputs, sourceOf } from '../../rules/index.ts';
import { usable } from '../usable.ts';

/** What turning observations into looks hangs on. */
export interface LookGround {
  readonly plant: Plant;
  /** When the watch began: times run on our monotonic clock from there, so that a clock that is set changes no duration. */
  readonly began: Moment;
  /** When the request of an exchange left. */
  readonly sentAt: (exchange: number) => Moment | undefined;
}

/** One observation as a look, by the same door through which every check gets its readings (judgement.md §3 and §6). */
export function lookOf(observation: Observation, self: SelfReport | undefined, ground: LookGround): Look {
  const { plant, began, sentAt } = ground;
  const { tag, at, exchange } = observation;
  const point = plant.points.get(tag);
  if (point === undefined) throw new Error(`${tag} was read and is no point`);
  const onOurs = ({ monotonicMs }: Moment) => Math.round((began.utc + monotonicMs - began.monotonicMs) * 1000) / 1000;
  const when = {
    tag,
    sentMs: onOurs((exchange === undefined ? undefined : sentAt(exchange)) ?? at),
    receivedMs: onOurs(at),
  };
  const controller = plant.controllers.find(({ id }) => id === point.controller);
  if (controller !== undefined && self !== undefined && !isDeclared(controller, self, plant))
    return { ...when, why: text('audit.unattributable', { controller: controller.id }) };
  const source = sourceOf(point, plant);
  if (source.via === 'file') return { ...when, why: text('audit.from-file') };
  if (source.via === 'mirror')
    return { ...when, why: text('audit.only-mirrored', { at: point.controller, of: source.mirrorOf ?? '' }) };
  const offsetMs = self?.clock === undefined ? 0 : clockOffset(self.clock);
  const result = usable(point, { ...observation, evidence: 0, sample: 0 }, offsetMs);
  return result.usable ? { ...when, value: result.sample.value } : { ...when, why: result.why };
}

/** False only where the controller says that it is another one than declared. */
function isDeclared(controller: Controller, self: SelfReport, plant: Plant): boolean {
  if ('fault' in self.identity) return true;
  const parts = checks
    .get('controller-identity')
    ?.parts({ kind: 'controller', id: controller.id, controller, plant }, {}, noDates);
  const inputs = { ...noInputs, selfReport: () => self };
  return parts?.every((part) => part.lacks !== undefined || part.judge(inputs).says !== 'fail') ?? true;
}

const noDates = { observationDate: '', lawDate: '' };
