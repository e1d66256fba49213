import { readFile, writeFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { sampleRecord } from '../../sample-record.test-data.ts';
import { resultDocument, resultText } from './result-document.ts';
import { resultJsonSchema } from './result-schema.ts';

const record = sampleRecord();
const document = resultDocument(record);

describe('result.json', () => {
  // After a change of the definition: WRITE_SCHEMA=1 npx vitest run src/report/renderers/json && npx biome format --write src/report
  it('is described by the schema that ships, which is made from its own definition', async () => {
    const file = new URL('./result.schema.json', import.meta.url);
    if (process.env['WRITE_SCHEMA'] !== undefined)
      await writeFile(file, JSON.stringify(resultJsonSchema(), undefined, 2));
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(resultJsonSchema());
  });

  it.each(['zh', 'en'] as const)('is valid by that schema (%s)', (language) => {
    const validate = new Ajv2020({ strict: false }).compile(Object(resultJsonSchema()));
    const written: unknown = JSON.parse(resultText(resultDocument(record, language)));
    expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...Object(written), surprise: 1 })).toBe(false);
  });

  it('holds what ux.md §2 lists', () => {
    expect(Object.keys(document)).toEqual([
      'format',
      'tripline',
      'language',
      'audit',
      'enterprise',
      'units',
      'packs',
      'confirmations',
      'controllers',
      'coverage',
      'outcomes',
      'traffic',
      'conclusion',
    ]);
    expect(document.coverage.all).toEqual(record.coverage.all);
    expect(document.coverage.units).toEqual([{ unit: 'U100', ...record.coverage.all }]);
    expect(document.conclusion).toEqual({ result: 'not-satisfied', exitCode: 1, fullCoverage: false });
    expect(document.controllers.map((it) => [it.id, it.protocol, it.state, it.fault?.kind])).toEqual([
      ['DCS', 'opcua', 'run', undefined],
      ['SIS', 's7', 'run', undefined],
      ['GDS', 'modbus', 'unknown', 'timeout'],
    ]);
  });

  it('names the facts that somebody vouched for, with document, hash and person', () => {
    const confirmation = {
      fact: 'REG-6222-1',
      document: 'GB6222.pdf',
      sha256: 'ab'.repeat(32),
      by: '王五',
      on: '2018-01-20',
    };
    expect(document.confirmations).toEqual([]);
    expect(resultDocument({ ...record, confirmations: [confirmation] }).confirmations).toEqual([confirmation]);
  });

  it('gives every sentence with its key', () => {
    const [first] = document.outcomes;
    expect(first?.actual).toEqual([
      { key: 'rules.setpoint-unsafe', text: '联锁设定值 TZSHH-101.SP 为 140 ℃（不安全侧）' },
    ]);
    expect(first?.clause).toEqual({ document: '安监总管三〔2009〕116号', fact: 'REG-P-B', confidence: 'verified' });
    expect(first?.proposedLimit).toEqual({ from: '2018-02-01', days: 30, date: '2018-03-03' });
    const doubted = document.outcomes.find((outcome) => outcome.result === 'unknown');
    expect(doubted?.missing[0]?.why.text).toBe('连接 2.0 秒超时');
  });

  it('is the same for the same record, two blanks deep', () => {
    expect(resultText(resultDocument(sampleRecord()))).toBe(resultText(document));
    expect(resultText(document)).toMatch(/^\{\n {2}"format": "tripline-result\/1",\n/);
    expect(resultText(document).endsWith('}\n')).toBe(true);
  });

  it('carries values that JSON has no number for', () => {
    const observed = record.observations[0];
    if (observed?.kind !== 'reading') throw new Error('the sample begins with a reading');
    const odd = sampleRecord({
      observations: [
        { ...observed, value: 2n ** 63n },
        { ...observed, value: Number.NaN },
      ],
      controllers: record.controllers.map((it) => ({ ...it, clockOffsetMs: Number.NaN })),
    });
    expect(resultText(resultDocument(odd))).not.toContain('clockOffsetMs');
    expect(() => resultDocument({ ...odd, entries: Number.NaN })).toThrow(/entries/);
  });

  it('carries what an OPC UA server told of how it may be reached, and nothing where it told nothing', () => {
    const told = {
      serviceLevel: 200,
      namespaces: ['http://opcfoundation.org/UA/', 'urn:dcs'],
      endpoints: [{ mode: 'None', policy: 'None', users: ['Anonymous', 'UserName'] }],
    };
    const silent = document.controllers.find(({ id }) => id === 'DCS');
    for (const key of Object.keys(told)) expect(silent).not.toHaveProperty(key);
    const controllers = record.controllers.map((it) => (it.self ? { ...it, self: { ...it.self, ...told } } : it));
    const [dcs] = resultDocument(sampleRecord({ controllers })).controllers;
    expect(dcs).toMatchObject({ id: 'DCS', ...told });
    const validate = new Ajv2020({ strict: false }).compile(Object(resultJsonSchema()));
    const written: unknown = JSON.parse(resultText(resultDocument(sampleRecord({ controllers }))));
    expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
  });

  it('repeats what the plant file accepts of a connection', () => {
    const security = {
      mode: 'SignAndEncrypt',
      policy: 'Basic256Sha256',
      otherHostInCertificate: true,
    } as const;
    const controllers = record.plant.controllers.map((it) => (it.id === 'DCS' ? { ...it, security } : it));
    const accepting = resultDocument(sampleRecord({ plant: { ...record.plant, controllers } }));
    expect(accepting.controllers[0]).toMatchObject({ id: 'DCS', otherHostInCertificate: 'accepted' });
    expect(document.controllers[0]).not.toHaveProperty('otherHostInCertificate');
  });

  it('says that an audit was cut off', () => {
    const { end: _end, ...cut } = record;
    expect(resultDocument(cut).audit).toMatchObject({ finished: false });
    expect(resultDocument(cut).audit).not.toHaveProperty('finishedAt');
  });
});
