import { BuildInfo, ServerStatusDataType } from 'node-opcua';
import { DataValue, ServerState, StatusCodes } from 'node-opcua-client';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../exchange.ts';
import { selfReportOf } from './identity.ts';
import { VariantType } from './library.ts';

const exchange: Exchange = {
  number: 4,
  controller: 'DCS',
  kind: 'identify',
  what: 'Read 3 nodes',
  request: new Uint8Array(),
  sent: { utc: 1000, monotonicMs: 10 },
  received: { utc: 1101, monotonicMs: 111 },
};
const now = new Date('2018-02-01T00:00:47Z');
const buildInfo = { manufacturerName: 'SUPCON', productName: 'ECS-700', softwareVersion: '5.1' };
const structure = (value: object) => new DataValue({ value: { dataType: VariantType.ExtensionObject, value } });
const status = (state: ServerState, currentTime: Date | null = now) =>
  structure(new ServerStatusDataType({ state, currentTime, buildInfo }));
const build = structure(new BuildInfo(buildInfo));
const bad = (statusCode = StatusCodes.BadNodeIdUnknown) => new DataValue({ statusCode });

describe('selfReportOf', () => {
  it('gives identity, run state, and the clock at the middle of the round trip', () => {
    expect(selfReportOf([status(ServerState.Running), build], exchange, 'DCS server')).toEqual({
      identity: { vendor: 'SUPCON', model: 'ECS-700', firmware: '5.1', name: 'DCS server' },
      runState: 'run',
      clock: { says: now.getTime(), at: { utc: 1051, monotonicMs: 60.5 }, hasZone: true },
      exchanges: [4],
    });
  });

  it.each([
    ['a byte', new DataValue({ value: { dataType: VariantType.Byte, value: 200 } }), 200],
    ['another type', new DataValue({ value: { dataType: VariantType.Int32, value: 200 } }), undefined],
    ['no such node', bad(), undefined],
    [
      'an uncertain byte',
      new DataValue({
        statusCode: StatusCodes.UncertainInitialValue,
        value: { dataType: VariantType.Byte, value: 200 },
      }),
      undefined,
    ],
  ])('takes the service level from %s', (_, level, expected) => {
    expect(selfReportOf([status(ServerState.Running), build, level], exchange, undefined).serviceLevel).toBe(expected);
  });

  it.each([
    [ServerState.Running, 'run'],
    [ServerState.Suspended, 'stop'],
    [ServerState.Shutdown, 'stop'],
    [ServerState.Failed, 'stop'],
    [ServerState.NoConfiguration, 'unknown'],
    [ServerState.Test, 'unknown'],
    [ServerState.CommunicationFault, 'unknown'],
    [ServerState.Unknown, 'unknown'],
  ])('takes server state %i as %s', (state, runState) => {
    expect(selfReportOf([status(state), build], exchange, undefined).runState).toBe(runState);
  });

  it.each([
    ['a server without status', bad(), 'not-served'],
    ['a server that denies it', bad(StatusCodes.BadUserAccessDenied), 'not-served'],
    ['a status that did not come', bad(StatusCodes.BadTimeout), 'unknown'],
    ['something else in its place', new DataValue({ value: { dataType: VariantType.Int32, value: 0 } }), 'unknown'],
    ['another structure in its place', build, 'unknown'],
  ])('never takes %s for run', (_, said, runState) => {
    const report = selfReportOf([said, build], exchange, undefined);
    expect(report.runState).toBe(runState);
    expect(report).not.toHaveProperty('clock');
  });

  it('leaves out what was not said', () => {
    const empty = structure(new BuildInfo({ manufacturerName: '', productName: 'ECS-700' }));
    const report = selfReportOf([status(ServerState.Running, new Date('1601-01-01')), empty], exchange, undefined);
    expect(report.identity).toEqual({ model: 'ECS-700' });
    expect(report).not.toHaveProperty('clock');
  });

  it('says why there is no identity', () => {
    const report = selfReportOf([status(ServerState.Running), bad()], exchange, 'DCS server');
    expect(report.identity).toMatchObject({ fault: { kind: 'no-such-address' } });
    expect(selfReportOf([], exchange, undefined).identity).toMatchObject({ fault: { kind: 'undecodable' } });
  });
});
