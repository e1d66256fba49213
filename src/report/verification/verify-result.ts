import type { AuditRecord } from '../../audit/index.ts';
import { text } from '../../messages/index.ts';
import { resultDocument } from '../renderers/json/index.ts';
import type { Statement } from './statement.ts';

/** Holds the conclusion and every count of a `result.json` against the record. */
export function resultStatement(record: AuditRecord, json: Uint8Array): Statement {
  const expected = resultDocument(record);
  const counts = ({ conclusion, coverage }: Pick<typeof expected, 'conclusion' | 'coverage'>) => {
    return JSON.stringify([conclusion, coverage.all]);
  };
  let holds = false;
  try {
    const found: unknown = JSON.parse(new TextDecoder().decode(json));
    holds = isResult(found) && counts(found) === counts(expected);
  } catch {
    holds = false;
  }
  return { state: holds ? 'holds' : 'broken', says: text(holds ? 'verify.result-holds' : 'verify.result-differs') };

  function isResult(found: unknown): found is typeof expected {
    return typeof found === 'object' && found !== null && 'conclusion' in found && 'coverage' in found;
  }
}
