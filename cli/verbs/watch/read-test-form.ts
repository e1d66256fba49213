import { say } from '../../../src/messages/index.ts';
import type { SafetyFunction } from '../../../src/plant/index.ts';
import { formFaults, readYaml, type TestForm, testFormSchema } from '../../../src/rules/index.ts';
import type { Terminal } from '../../terminal.ts';

/** The test form in a file; says every fault of it and gives undefined where there is one. */
export function readTestForm(file: string, watched: readonly SafetyFunction[], io: Terminal): TestForm | undefined {
  const faults: Parameters<typeof readYaml>[2] = [];
  const form = readYaml(file, testFormSchema, faults);
  for (const { line, path, because } of faults) io.note(`${file}:${line}  ${path}  ${say(because, io.language)}`);
  if (form === undefined) return undefined;
  const named = form.function === undefined ? watched : watched.filter(({ id }) => id === form.function);
  const [it, ...others] = named;
  if (it === undefined || others.length > 0) {
    io.fail('watching.form-which', { file, watched: watched.map(({ id }) => id).join('、') });
    return undefined;
  }
  const misfits = formFaults(form, it);
  for (const misfit of misfits) io.note(`${file}  ${say(misfit, io.language)}`);
  return misfits.length === 0 ? form : undefined;
}
