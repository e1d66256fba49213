import type { Deadline } from '../deadline.ts';
import type { Fault } from '../fault.ts';
import type { Identity, RunState, SelfReport } from '../reader.ts';
import { decodeClock } from './decode-clock.ts';
import { componentIdentity, identityLists, moduleIdentity, protectionIdentity, runStateOf } from './identity.ts';
import { type ReadSzl, readSzl } from './read-szl.ts';
import type { S7Session } from './session.ts';
import { checkLook, clockRequest } from './userdata.ts';

type ClockSays = NonNullable<SelfReport['clock']>;

/** Asks a CPU for its identity, its run state and its clock. What it does not serve stays absent; nothing is filled in. */
export async function selfReport(session: S7Session, deadline: Deadline): Promise<SelfReport> {
  const module = await readSzl(session, 'identify', identityLists.module, deadline);
  const component = await readSzl(session, 'identify', identityLists.component, deadline);
  const protection = await readSzl(session, 'identify', identityLists.protection, deadline);
  const mode = await readSzl(session, 'run-state', identityLists.mode, deadline);
  const clock = await readClock(session, deadline);
  return {
    endpoint: session.endpoint.url,
    identity: identityFrom(module, component, protection),
    runState: mode.ok ? runStateOf(mode.value) : runStateWithout(mode.fault),
    ...(clock.says === undefined ? {} : { clock: clock.says }),
    exchanges: [module, component, protection, mode, clock].flatMap(({ exchanges }) => exchanges),
  };
}

/** A list that the CPU declines, or that says nothing readable, is only absent; one that got lost makes the identity unknown. */
function identityFrom(module: ReadSzl, component: ReadSzl, protection: ReadSzl): Identity | { readonly fault: Fault } {
  for (const list of [module, component, protection]) {
    if (!list.ok && isLost(list.fault)) return { fault: list.fault };
  }
  if (!module.ok && !component.ok && !protection.ok) return { fault: module.fault };
  return {
    ...(module.ok ? moduleIdentity(module.value) : {}),
    ...(component.ok ? componentIdentity(component.value) : {}),
    ...(protection.ok ? protectionIdentity(protection.value) : {}),
  };
}

function isLost({ kind }: Fault): boolean {
  return kind === 'timeout' || kind === 'unreachable' || kind === 'malformed-reply' || kind === 'stopped';
}

function runStateWithout({ kind }: Fault): RunState {
  return kind === 'not-served' || kind === 'access-denied' || kind === 'refused' ? 'not-served' : 'unknown';
}

async function readClock(
  session: S7Session,
  deadline: Deadline,
): Promise<{ readonly says?: ClockSays; readonly exchanges: readonly number[] }> {
  const asked = await session.ask(
    {
      kind: 'clock',
      what: 'Read clock',
      write: clockRequest,
      check: (frame, reference) => checkLook(frame, reference, { group: 7, service: 1 }),
    },
    deadline,
  );
  const exchanges = asked.exchange === undefined ? [] : [asked.exchange.number];
  const says = asked.ok ? decodeClock(asked.value.bytes) : undefined;
  if (says === undefined || asked.exchange?.received === undefined) return { exchanges };
  const { sent, received } = asked.exchange;
  const at = {
    utc: Math.round((sent.utc + received.utc) / 2),
    monotonicMs: (sent.monotonicMs + received.monotonicMs) / 2,
  };
  return { says: { says, at, hasZone: false }, exchanges };
}
