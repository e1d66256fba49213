import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulatedClock } from '../../../src/protocols/index.ts';
import { listening } from '../../listening.test-data.ts';
import { auditPlant } from './audit-plant.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-audit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An audit that must end before it connects: nobody listens at the addresses of the plant file, and no folder may be left. */
async function refused(confirmations: string, language: 'zh' | 'en') {
  const said = listening(language);
  const code = await auditPlant(
    {
      plantFile: fileURLToPath(new URL('../../../fixtures/plants/chlorination/plant.yaml', import.meta.url)),
      packs: ['house'],
      out: join(folder, 'out'),
      json: false,
      clock: simulatedClock(Date.parse('2018-02-01T10:00:00+08:00')),
      confirmations,
    },
    said.io,
  );
  expect(readdirSync(folder)).not.toContain('out');
  return { code, err: said.err.join('\n') };
}

describe('the confirmations that an audit is given', () => {
  it('are read before anything connects; their faults stand with file and line', async () => {
    const file = join(folder, 'confirmations.json');
    writeFileSync(
      file,
      '[\n  {\n    "fact": "nonsense",\n    "document": "a.pdf",\n    "by": "王五",\n    "on": "2018-02-30"\n  }\n]\n',
    );
    const { code, err } = await refused(file, 'zh');
    expect(code).toBe(2);
    expect(err).toContain(`${file}:3  0.fact  写法不对`);
    expect(err).toContain(`${file}:6  0.on  应为存在的日期`);
    expect(err).toContain('缺少 sha256');
  });

  it('must be there where somebody names them, and be a list', async () => {
    const missing = await refused(join(folder, 'none.json'), 'en');
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('none.json:1    this file is missing') });
    const file = join(folder, 'torn.json');
    writeFileSync(file, '{ "fact": ');
    expect(await refused(file, 'en')).toMatchObject({ code: 2, err: expect.stringContaining('torn.json:1') });
  });
});
