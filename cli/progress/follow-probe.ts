import { say } from '../../src/messages/index.ts';
import { describeFault, type Fault } from '../../src/protocols/index.ts';
import type { Terminal } from '../terminal.ts';
import { openView } from './open-view.ts';

/** Follows a probe on the terminal, controller by controller. */
export interface FollowedProbe {
  /** A controller has been left; `fault` where it gave nothing. */
  probed(id: string, fault: Fault | undefined): void;
  /** Resolves when the terminal is as it was. */
  end(): Promise<void>;
}

const tickMs = 500;

/** Shows which controller has answered, how many are left and the time so far; one endpoint by itself shows nothing. */
export async function followProbe(
  controllers: readonly { readonly id: string; readonly endpoint: string }[],
  io: Terminal,
  nowMs: () => number = () => performance.now(),
): Promise<FollowedProbe> {
  if (controllers.length < 2) return { probed: () => undefined, end: async () => undefined };
  const open = await openView(io, nowMs);
  const endpointOf = (id: string) => controllers.find((each) => each.id === id)?.endpoint ?? '';
  const view = open(
    controllers.map(({ id }) => id),
    (id) => io.say('running.row-waiting', { id, endpoint: endpointOf(id) }),
  );
  const startedMs = nowMs();
  let done = 0;
  const tell = () =>
    view.overall(
      io.say('running.probed', { elapsed: Math.round((nowMs() - startedMs) / 1000), done, of: controllers.length }),
    );
  const timer = setInterval(tell, tickMs);
  timer.unref();
  return {
    probed(id, fault) {
      done += 1;
      const said = fault === undefined ? io.say('running.row-answered') : say(describeFault(fault), io.language);
      view.settled(id, io.say('running.row-probed', { id, endpoint: endpointOf(id), said }), fault === undefined);
      tell();
    },
    async end() {
      clearInterval(timer);
      await view.end();
    },
  };
}
