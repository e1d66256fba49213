import { say } from '../../../src/messages/index.ts';
import type { Controller } from '../../../src/plant/index.ts';
import { parseEndpoint, type Target } from '../../../src/protocols/index.ts';
import { isEndpoint, openPlant } from '../../open-plant.ts';
import { targetOf } from '../../target-of.ts';
import type { Terminal } from '../../terminal.ts';

const timeoutMs = 10_000;
const gently = { gapMs: 100, maxInFlight: 1, connectTimeoutMs: timeoutMs, requestTimeoutMs: timeoutMs };

/**
 * The server to look through: an endpoint by itself, asked over an open channel as nobody in particular, or a controller of
 * a plant file, asked exactly as that declares: security, log-in, pacing. Undefined after saying what is wrong.
 */
export async function serverOf(written: string, chosen: string | undefined, io: Terminal): Promise<Target | undefined> {
  if (!isEndpoint(written)) return serverOfPlant(written, chosen, io);
  const endpoint = parseEndpoint(written);
  if (!endpoint.ok) {
    io.note(say(endpoint.because, io.language));
    return undefined;
  }
  if (chosen !== undefined) {
    io.fail('browse.controller-without-plant');
    return undefined;
  }
  if (endpoint.value.protocol === 'opcua') io.note(io.say('browse.open-channel'));
  return { controller: endpoint.value.url, endpoints: [endpoint.value], pacing: gently };
}

async function serverOfPlant(file: string, chosen: string | undefined, io: Terminal): Promise<Target | undefined> {
  const opened = await openPlant(file, io);
  if (opened === undefined) return undefined;
  const { plant, logins } = opened;
  const servers = plant.controllers.filter(({ endpoints }) => endpoints[0].protocol === 'opcua');
  const [server, ...others] = chosen === undefined ? servers : servers.filter(({ id }) => id === chosen);
  if (server === undefined || others.length > 0) {
    const ids = servers.map(({ id }) => id).join(', ');
    io.fail(ids === '' ? 'browse.no-server' : 'browse.which-server', { servers: ids });
    return undefined;
  }
  return inDeclaredOrder(server, logins);
}

/** Of a redundant pair the first one that lets us in is looked through. */
function inDeclaredOrder(controller: Controller, logins: Parameters<typeof targetOf>[2]): Target {
  const [first, ...others] = controller.endpoints;
  return { ...targetOf(controller, first, logins), endpoints: [first, ...others] };
}
