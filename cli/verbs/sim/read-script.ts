import { z } from 'zod';
import { type Script, scriptSchema } from '../../../fixtures/simulators/index.ts';
import { say } from '../../../src/messages/index.ts';
import { readYaml } from '../../../src/rules/index.ts';
import type { Terminal } from '../../terminal.ts';

/** A script alone, or the one within the scenario of a watch, whose other parts are for those who watch. */
const scriptFile = z.union([scriptSchema, z.looseObject({ script: scriptSchema }).transform(({ script }) => script)]);

/** The script in a file; says every fault of it and gives undefined where there is one. */
export function readScript(file: string, io: Terminal): Script | undefined {
  const faults: Parameters<typeof readYaml>[2] = [];
  const script = readYaml(file, scriptFile, faults);
  for (const { line, path, because } of faults) io.note(`${file}:${line}  ${path}  ${say(because, io.language)}`);
  return script;
}
