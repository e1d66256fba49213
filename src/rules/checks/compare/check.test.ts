import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPlant, type SafetyFunction } from '../../../plant/index.ts';
import { noInputs } from '../no-inputs.test-data.ts';
import { compare } from './check.ts';

const loaded = loadPlant(fileURLToPath(new URL('../../packs/case-plant-checks.yaml', import.meta.url)));
if (!loaded.ok) throw new Error('the case plant has faults');
const { plant } = loaded;
const [some] = plant.functions;
if (some === undefined) throw new Error('the case plant has no function');
const { safetyTimeMs: _, ...untimed } = some;
const timed: SafetyFunction = { ...untimed, safetyTimeMs: 10_000 };

/** What a comparison that does not hold comes to, where another one leaves it to a person. */
function compared(it: SafetyFunction, doubt: string) {
  const subject = {
    kind: 'safety-function' as const,
    id: it.id,
    function: { ...it, sil: 2 as const },
    rows: [],
    plant,
  };
  const dates = { observationDate: '', lawDate: '' };
  const [part] = compare.parts(subject, { expression: 'sil >= 3.0', doubt }, dates);
  if (part === undefined) throw new Error('no part');
  const isLeft = part.unmet?.(noInputs) !== undefined;
  return isLeft ? 'left to a person' : part.judge(noInputs).says;
}

describe('a comparison that does not hold', () => {
  it('is left to a person where the other one holds', () => {
    expect(compared(timed, 'safety_time_s >= 5.0')).toBe('left to a person');
  });

  it('fails where the other one does not hold either', () => {
    expect(compared(timed, 'safety_time_s >= 50.0')).toBe('fail');
  });

  it('fails where the other one names something that nobody declared', () => {
    expect(compared(untimed, 'safety_time_s >= 5.0')).toBe('fail');
  });
});
