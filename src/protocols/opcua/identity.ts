import type { Exchange } from '../exchange.ts';
import type { Fault } from '../fault.ts';
import type { Moment } from '../observation.ts';
import type { Identity, RunState, SelfReport } from '../reader.ts';
import { zeroOfTime } from './decode.ts';
import { type DataValue, NodeId, ServerState, VariantType } from './library.ts';
import { faultOfStatus, qualityOf } from './status.ts';

/** Server_ServerStatus, Server_ServerStatus_BuildInfo and Server_ServiceLevel: what a server says of itself. */
export const selfNodes: readonly NodeId[] = [2256, 2260, 2267].map(
  (id) => new NodeId(NodeId.NodeIdType.NUMERIC, id, 0),
);

/** Identity, run state and clock out of the values of the self nodes, which came with this exchange. */
export function selfReportOf(
  [status, buildInfo, level]: readonly DataValue[],
  exchange: Exchange,
  name: string | undefined,
): Omit<SelfReport, 'endpoint'> {
  const build = structureIn(buildInfo, 'BuildInfo');
  const server = structureIn(status, 'ServerStatusDataType');
  const says = server.ok ? timeIn(server.fields['currentTime']) : undefined;
  return {
    identity: build.ok ? identityOf(build.fields, name) : { fault: build.fault },
    runState: server.ok ? runStateOf(server.fields['state']) : stateBehind(server.fault),
    ...serviceLevelIn(level),
    ...(says === undefined ? {} : { clock: { says, at: middleOf(exchange), hasZone: true } }),
    exchanges: [exchange.number],
  };
}

function identityOf(build: Fields, name: string | undefined): Identity {
  const said = (key: string) => (typeof build[key] === 'string' && build[key] !== '' ? build[key] : undefined);
  const vendor = said('manufacturerName');
  const model = said('productName');
  const firmware = said('softwareVersion');
  return {
    ...(vendor === undefined ? {} : { vendor }),
    ...(model === undefined ? {} : { model }),
    ...(firmware === undefined ? {} : { firmware }),
    ...(name === undefined ? {} : { name }),
  };
}

/** A server that is suspended, shutting down or failed does not serve its plant; one in test, or without configuration, may or may not. */
function runStateOf(state: unknown): RunState {
  if (state === ServerState.Running) return 'run';
  return state === ServerState.Suspended || state === ServerState.Shutdown || state === ServerState.Failed
    ? 'stop'
    : 'unknown';
}

/** A good Byte, or nothing. */
function serviceLevelIn(dataValue: DataValue | undefined): Pick<SelfReport, 'serviceLevel'> {
  if (dataValue === undefined || qualityOf(dataValue.statusCode) !== 'good') return {};
  const { dataType, value } = dataValue.value;
  return dataType === VariantType.Byte && typeof value === 'number' ? { serviceLevel: value } : {};
}

function stateBehind({ kind }: Fault): RunState {
  return kind === 'no-such-address' || kind === 'not-served' || kind === 'access-denied' ? 'not-served' : 'unknown';
}

type Fields = Readonly<Record<string, unknown>>;

function structureIn(
  dataValue: DataValue | undefined,
  structure: string,
): { readonly ok: true; readonly fields: Fields } | { readonly ok: false; readonly fault: Fault } {
  const status = dataValue?.statusCode;
  if (status !== undefined && qualityOf(status) === 'bad') {
    return { ok: false, fault: faultOfStatus(status, { during: 'read', afterMs: 0 }) };
  }
  const value: unknown = dataValue?.value.value;
  const isGood = status !== undefined && qualityOf(status) === 'good';
  if (!isGood || typeof value !== 'object' || value === null || value.constructor.name !== structure) {
    return { ok: false, fault: { kind: 'undecodable', what: `no ${structure}` } };
  }
  return { ok: true, fields: Object.fromEntries(Object.entries(value)) };
}

function timeIn(value: unknown): number | undefined {
  return value instanceof Date && value.getTime() > zeroOfTime ? value.getTime() : undefined;
}

/** The server looked at its clock somewhere between question and answer. */
function middleOf({ sent, received = sent }: Exchange): Moment {
  return {
    utc: Math.round((sent.utc + received.utc) / 2),
    monotonicMs: (sent.monotonicMs + received.monotonicMs) / 2,
  };
}
