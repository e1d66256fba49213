import type { ControllerRecord } from '../../../audit/index.ts';
import { describeFault, type SelfReport } from '../../../protocols/index.ts';
import { inDeclaredOrder } from '../../declared-order.ts';
import type { Source } from '../../source.ts';
import type { Fact } from '../../table-model.ts';
import { printable, type Voice } from '../../words/index.ts';

import { exportedFacts } from './exported.ts';
import { type WitnessModel, witnessOf } from './witness.ts';

/** What was seen of each controller, and which way it was seen. */
export interface ControllersModel {
  readonly title: string;
  readonly controllers: readonly { readonly name: string; readonly facts: readonly Fact[] }[];
  readonly note?: string;
  /** What a second implementation read; absent when none was asked. */
  readonly witness?: WitnessModel;
}

/** Arranges the controllers in the order of the plant file. */
export function buildControllers(source: Source): ControllersModel {
  const { record, voice } = source;
  const isIndirect = record.plant.controllers.some(({ via }) => via === 'opc-server' || via === 'gateway');
  return {
    title: voice.say('report.controllers'),
    controllers: inDeclaredOrder(record.controllers, record, (it) => it.id).map((controller) =>
      controllerOf(controller, source),
    ),
    ...(record.witness === undefined ? {} : { witness: witnessOf(record.witness, source) }),
    ...(isIndirect ? { note: voice.say('report.indirect-note') } : {}),
  };
}

function controllerOf(
  controller: ControllerRecord,
  { record, voice }: Source,
): ControllersModel['controllers'][number] {
  const { id, endpoint, self, points, sampling, durationMs, fault, standby, evidence } = controller;
  const declared = record.plant.controllers.find((it) => it.id === id);
  const role = voice.say(`rules.role-${declared?.role ?? 'other'}`);
  const fact = (
    label:
      | 'endpoint'
      | 'password-over-none'
      | 'other-host'
      | 'via'
      | 'identity'
      | 'run-state'
      | 'clock'
      | 'points-read'
      | 'duration'
      | 'sampling'
      | 'standby'
      | 'fault'
      | 'remark'
      | 'evidence',
    value: string,
  ): Fact => ({
    label: voice.say(`report.${label}`),
    value,
  });
  return {
    name: voice.say('report.controller-name', { id, role }),
    facts: [
      fact('endpoint', endpoint),
      ...(declared?.security?.passwordOverNone === undefined
        ? []
        : [fact('password-over-none', voice.say('report.password-accepted'))]),
      ...(declared?.security?.otherHostInCertificate === undefined
        ? []
        : [fact('other-host', voice.say('report.other-host-accepted'))]),
      fact('via', voice.say(`report.via-${declared?.via ?? 'unknown'}`)),
      ...(fault === undefined ? [] : [fact('fault', voice.tell(describeFault(fault)))]),
      ...exportedFacts(controller, voice),
      fact('identity', identityText(self, voice)),
      fact('run-state', voice.say(`report.run-${self?.runState ?? 'unknown'}`)),
      ...(isOpenToAll(self) ? [fact('remark', voice.say('probe.open-and-anonymous'))] : []),
      fact('clock', clockText(controller, voice)),
      fact('points-read', voice.say('report.points-of', { read: points.read, asked: points.asked })),
      ...(sampling === undefined
        ? []
        : [
            fact(
              'sampling',
              voice.say('report.sampled-rounds', {
                rounds: sampling.rounds,
                every: (sampling.everyMs / 1000).toFixed(1),
                longest: (sampling.longestMs / 1000).toFixed(1),
              }),
            ),
          ]),
      fact('duration', voice.say('report.seconds', { seconds: (durationMs / 1000).toFixed(1) })),
      ...standby.map((it) => fact('standby', standbyText(it, voice))),
      fact('evidence', String(evidence)),
    ],
  };
}

function identityText(self: SelfReport | undefined, voice: Voice): string {
  if (self === undefined) return voice.say('report.never-answered');
  const { identity } = self;
  if ('fault' in identity) return voice.say('report.no-reading', { why: voice.tell(describeFault(identity.fault)) });
  const { protectionLevel } = identity;
  const parts = [
    ...(['vendor', 'model', 'serial', 'firmware', 'name'] as const).flatMap((part) => {
      const value = identity[part];
      return value === undefined ? [] : [voice.say(`report.identity-${part}`, { value: printable(value) })];
    }),
    ...(protectionLevel === undefined ? [] : [voice.say('report.identity-protection', { level: protectionLevel })]),
  ];
  return parts.length === 0 ? voice.say('report.identity-empty') : parts.join(voice.say('report.semicolon'));
}

/** An endpoint without security that lets anybody in without a name. */
function isOpenToAll(self: SelfReport | undefined): boolean {
  return (self?.endpoints ?? []).some(({ mode, users }) => mode === 'None' && users.includes('Anonymous'));
}

function clockText({ self, clockOffsetMs }: ControllerRecord, voice: Voice): string {
  if (self === undefined) return voice.say('report.never-answered');
  if (clockOffsetMs === undefined || !Number.isFinite(clockOffsetMs)) return voice.say('report.clock-not-served');
  if (Math.abs(clockOffsetMs) < 50) return withZone(self, voice.say('report.clock-same'), voice);
  const seconds = (Math.abs(clockOffsetMs) / 1000).toFixed(1);
  const offset = voice.say(clockOffsetMs < 0 ? 'report.clock-behind' : 'report.clock-ahead', { seconds });
  return withZone(self, offset, voice);
}

function withZone({ clock }: SelfReport, offset: string, voice: Voice): string {
  return clock?.hasZone === false ? voice.say('report.clock-without-zone', { offset }) : offset;
}

function standbyText({ endpoint, self, fault }: ControllerRecord['standby'][number], voice: Voice): string {
  const state =
    fault === undefined ? voice.say(`report.run-${self?.runState ?? 'unknown'}`) : voice.tell(describeFault(fault));
  return voice.say('report.standby-state', { endpoint, state });
}
