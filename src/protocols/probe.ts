import type { Deadline } from './deadline.ts';
import { type Hints, probeReader } from './probe-reader.ts';
import type { ProbePoint, ProbeReport } from './probe-report.ts';
import type { ReaderWiring } from './reader.ts';
import type { Target } from './target.ts';

/**
 * Looks at the first endpoint of a target as deep as reading goes: what it says of itself, how it is secured, and what stands
 * at the points. Loads only the protocol of the target, changes nothing, and throws for none of the world's failures.
 */
export async function probeEndpoint(
  target: Target,
  points: readonly ProbePoint[],
  wiring: ReaderWiring,
  deadline: Deadline,
): Promise<ProbeReport> {
  let requests = 0;
  const counting: ReaderWiring = {
    ...wiring,
    tap: (exchange) => {
      requests += 1;
      wiring.tap(exchange);
    },
  };
  return { ...(await probe(target, points, counting, deadline)), requests };
}

const noHints: Hints = {
  ofConnect: () => [],
  ofSelf: () => [],
  ofPoint: () => ({ remarks: [] }),
  ofPoints: () => [],
};

async function probe(
  target: Target,
  points: readonly ProbePoint[],
  wiring: ReaderWiring,
  deadline: Deadline,
): Promise<Omit<ProbeReport, 'requests'>> {
  switch (target.endpoints[0].protocol) {
    case 'file': {
      const { openFileReader } = await import('./file/index.ts');
      return probeReader(openFileReader(target, wiring), points, noHints, deadline);
    }
    case 'opcua':
      return (await import('./opcua/index.ts')).probeOpcua(target, points, wiring, deadline);
    case 'modbus': {
      const { modbusHints, openModbusReader } = await import('./modbus/index.ts');
      return probeReader(openModbusReader(target, wiring), points, modbusHints, deadline);
    }
    case 'modbus-rtu': {
      const { modbusHints } = await import('./modbus/index.ts');
      const { openModbusRtuReader } = await import('./modbus-rtu/index.ts');
      return probeReader(openModbusRtuReader(target, wiring), points, modbusHints, deadline);
    }
    case 's7': {
      const { openS7Reader, s7Hints } = await import('./s7/index.ts');
      return probeReader(openS7Reader(target, wiring), points, s7Hints, deadline);
    }
  }
}
