import { afterEach, describe, expect, it } from 'vitest';
import { exceptionTo, replyTo, type Script } from '../../../fixtures/wire/modbus-scripted-peer.ts';
import { deadlineIn } from '../deadline.ts';
import { type Opened, openAgainst } from './reader.test-data.ts';

const opened: Opened[] = [];
afterEach(async () => {
  for (const it of opened.splice(0)) await it.close();
});

async function identified(script: Script) {
  const it = await openAgainst(script, { requestTimeoutMs: 200 });
  opened.push(it);
  expect(await it.reader.connect(deadlineIn(5000))).toBeUndefined();
  return { ...it, report: await it.reader.identify(deadlineIn(10_000)) };
}

const object = (id: number, text: string) => [id, text.length, ...Buffer.from(text, 'latin1')];
const identification = (objects: readonly (readonly number[])[], next?: number) => [
  ...[43, 14, 1, 1], // basic
  ...[next === undefined ? 0 : 0xff, next ?? 0], // more follows, next object
  objects.length,
  ...objects.flat(),
];
const asked = (request: Uint8Array) => ({ functionCode: request[7] ?? 0, from: request[10] ?? 0 });

describe('the identity of a Modbus device', () => {
  it('is vendor, product code and revision; it has no run state and no clock', async () => {
    const { report, peer } = await identified((socket, request) =>
      socket.write(replyTo(request, identification([object(0, 'ACME'), object(1, 'GD-8 '), object(2, 'V2.1\0')]))),
    );
    expect(report).toEqual({
      endpoint: 'modbus://127.0.0.1?unit=1',
      identity: { vendor: 'ACME', model: 'GD-8', firmware: 'V2.1' },
      runState: 'not-served',
      exchanges: [2],
    });
    expect(peer.requests[0]?.subarray(7)).toEqual(Uint8Array.of(43, 14, 1, 0));
  });

  it('is put together from several replies', async () => {
    const { report } = await identified((socket, request) => {
      const { from } = asked(request);
      const name = ['ACME', 'GD-8', 'V2.1'][from] ?? '';
      socket.write(replyTo(request, identification([object(from, name)], from < 2 ? from + 1 : undefined)));
    });
    expect(report).toMatchObject({
      identity: { vendor: 'ACME', model: 'GD-8', firmware: 'V2.1' },
      exchanges: [2, 3, 4],
    });
  });

  it('shows bytes that are no text as what they are, and leaves out what is empty', async () => {
    const { report } = await identified((socket, request) =>
      socket.write(replyTo(request, identification([object(0, 'A\xb0'), object(1, ''), object(2, '  ')]))),
    );
    expect(report.identity).toEqual({ vendor: 'A\\xb0' });
  });

  it('is asked for at most 16 times, however often more follows', async () => {
    const { report, peer } = await identified((socket, request) => {
      const { from } = asked(request);
      socket.write(replyTo(request, identification([object(from, 'x')], from + 1)));
    });
    expect(report.identity).toMatchObject({ fault: { kind: 'malformed-reply', what: expect.stringContaining('16') } });
    expect(peer.requests).toHaveLength(16);
  });

  it('is given up when it goes round in circles', async () => {
    const { report, peer } = await identified((socket, request) =>
      socket.write(replyTo(request, identification([object(0, 'x')], 0))),
    );
    expect(report.identity).toMatchObject({ fault: { what: 'identification goes round in circles' } });
    expect(peer.requests).toHaveLength(1);
  });

  it('is no text from beyond the reply: an object that is too long is malformed', async () => {
    const { report } = await identified((socket, request) =>
      socket.write(replyTo(request, identification([[0, 9, 65, 66]]))),
    );
    expect(report.identity).toMatchObject({ fault: { kind: 'malformed-reply', what: 'identification object length' } });
  });

  it('fails, and nothing crashes, when the follow-up is declined or never comes', async () => {
    const first = (request: Uint8Array) => replyTo(request, identification([object(0, 'ACME')], 1));
    const declined = await identified((socket, request, number) =>
      socket.write(number === 0 ? first(request) : exceptionTo(request, 6)),
    );
    expect(declined.report.identity).toMatchObject({ fault: { kind: 'busy' } });
    const silent = await identified((socket, request, number) => number === 0 && socket.write(first(request)));
    expect(silent.report.identity).toMatchObject({ fault: { kind: 'timeout' } });
    expect(silent.peer.requests).toHaveLength(2);
  });

  it('is the text of FC17 where FC43 is not served', async () => {
    const { report } = await identified((socket, request) =>
      socket.write(
        asked(request).functionCode === 43
          ? exceptionTo(request, 1)
          : replyTo(request, [17, 9, 0xb4, 0xff, ...Buffer.from('LMB 3.1')]),
      ),
    );
    expect(report).toMatchObject({ identity: { name: 'LMB 3.1' }, runState: 'not-served', exchanges: [2, 3] });
  });

  it('is not asked for in another way at a gateway whose target is silent', async () => {
    const { report, peer } = await identified((socket, request) => socket.write(exceptionTo(request, 11)));
    expect(report.identity).toMatchObject({ fault: { kind: 'refused', code: 11 } });
    expect(peer.requests.map((request) => request[7])).toEqual([43, 43, 43]);
  });

  it('is not served where neither is', async () => {
    const { report, peer } = await identified((socket, request) => socket.write(exceptionTo(request, 1)));
    expect(report.identity).toEqual({ fault: { kind: 'not-served', code: 1, name: 'illegal function' } });
    expect(peer.requests.map((request) => request[7])).toEqual([43, 17]);
  });

  it('is no text that a cut-off FC17 does not hold', async () => {
    const { report } = await identified((socket, request) =>
      socket.write(
        asked(request).functionCode === 43 ? exceptionTo(request, 1) : replyTo(request, [17, 9, 65, 66, 67]),
      ),
    );
    expect(report.identity).toMatchObject({ fault: { kind: 'not-served' } });
  });

  it('is not pressed out of a silent device', async () => {
    const { report, peer } = await identified(() => undefined);
    expect(report).toMatchObject({ identity: { fault: { kind: 'timeout' } }, runState: 'not-served' });
    expect(peer.requests).toHaveLength(1);
  });

  it('is unknown, and so is the run state, before a connection', async () => {
    const it = await openAgainst(() => undefined);
    opened.push(it);
    expect(await it.reader.identify(deadlineIn(1000))).toEqual({
      endpoint: 'modbus://127.0.0.1?unit=1',
      identity: { fault: { kind: 'unreachable', code: 'ENOTCONN' } },
      runState: 'unknown',
      exchanges: [],
    });
    expect(it.peer.connections).toEqual([]);
  });
});
