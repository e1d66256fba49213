import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { sampleRecord } from '../../sample-record.test-data.ts';
import { resultDocument } from '../json/index.ts';
import { assessmentResults, planOfAction } from './index.ts';

const schemaFile = new URL('../../../../../shared/schemas/oscal_complete_schema-1-1-3.json', import.meta.url);
const hasSchema = existsSync(schemaFile);
if (!hasSchema)
  console.log('skipped: the OSCAL 1.1.3 schema is not beside the checkout, the exports are not validated');

const result = resultDocument(sampleRecord(), 'zh');

describe('OSCAL', () => {
  it.skipIf(!hasSchema)('documents are valid by the schema of version 1.1.3', () => {
    // Formats are checked by patterns in that schema as well.
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: true });
    const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
    for (const document of [assessmentResults(result), planOfAction(result)]) {
      expect(validate(document), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true);
    }
  });

  it('calls only what was proved satisfied or not satisfied, and keeps the unknown as observations with their word', () => {
    const states = JSON.stringify(assessmentResults(result)).match(/"state":"(not-)?satisfied","reason":"\w+"/g) ?? [];
    const count = (word: string) => result.outcomes.filter((outcome) => outcome.result === word).length;
    expect(states.filter((state) => state.includes('"satisfied"'))).toHaveLength(count('pass'));
    expect(states.filter((state) => state.includes('"not-satisfied"'))).toHaveLength(count('fail'));
    expect(states.some((state) => state.includes('unknown'))).toBe(false);
    const words = JSON.stringify(assessmentResults(result)).match(/"name":"result","ns":"[^"]*","value":"unknown"/g);
    expect(words).toHaveLength(count('unknown'));
  });

  it('is the same for the same record, and totals are those of the result', () => {
    expect(JSON.stringify(assessmentResults(result))).toBe(JSON.stringify(assessmentResults(result)));
    const text = JSON.stringify(assessmentResults(result));
    for (const name of ['required', 'pass', 'fail', 'unknown'] as const) {
      expect(text).toContain(
        `"name":"${name}","ns":"https://tripline.invalid/ns/oscal","value":"${result.coverage.all[name]}"`,
      );
    }
  });

  it('gives every finding a risk with its limit as deadline', () => {
    const text = JSON.stringify(planOfAction(result));
    for (const { result: word, proposedLimit } of result.outcomes) {
      if (word === 'fail' && proposedLimit !== undefined)
        expect(text).toContain(`"deadline":"${proposedLimit.date}T23:59:59+08:00"`);
    }
  });
});
