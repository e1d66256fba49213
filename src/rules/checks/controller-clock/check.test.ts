import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPlant } from '../../../plant/index.ts';
import { parseEndpoint } from '../../../protocols/index.ts';
import { controllerClock } from './check.ts';

const loaded = loadPlant(fileURLToPath(new URL('../../packs/case-plant.yaml', import.meta.url)));
if (!loaded.ok) throw new Error('the case plant has faults');
const { plant } = loaded;

describe('the clock of a controller', () => {
  it.each([
    ['modbus://192.0.2.30?unit=1', 0],
    ['modbus-rtu-tcp://192.0.2.30:4001?unit=1', 0],
    ['modbus-rtu:///dev/ttyUSB0?unit=1&baud=9600&parity=even', 0],
    ['s7://192.0.2.30?rack=0&slot=3', 1],
    ['opc.tcp://192.0.2.30:4840', 1],
  ])('of %s is asked for in %i parts: Modbus has none, in whatever frames', (written, parts) => {
    const endpoint = parseEndpoint(written);
    if (!endpoint.ok) throw new Error(JSON.stringify(endpoint.because));
    const ofGds = plant.controllers.filter(({ id }) => id === 'GDS');
    const asked = ofGds.flatMap((it) => {
      const controller = { ...it, endpoints: [endpoint.value] as const };
      const subject = { kind: 'controller' as const, id: it.id, controller, plant };
      return controllerClock.parts(subject, { tolerance: '10s' }, { observationDate: '', lawDate: '' });
    });
    expect(asked).toHaveLength(parts);
  });
});
