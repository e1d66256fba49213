import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { say } from '../../messages/index.ts';
import type { CalendarDate } from '../../plant/index.ts';
import { calendarDate, confidences, type PackFault, readYaml } from '../../rules/index.ts';
import type { EscalationStep } from '../case/stage.ts';

const sentence = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const dated = {
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  fact: z.string().min(1),
  text: z.enum(confidences),
  says: sentence,
};
const step = z.strictObject({
  basis: z.array(z.strictObject({ ...dated, document: z.string().min(1), item: z.string().min(1) })),
  preconditions: z.array(z.strictObject(dated)),
});
const escalationFile = z.strictObject({ penalty: step, suspension: step, closure: step });

/** The legal basis of a proposal and what has to come before it, in words of that day. */
export interface EscalationGrounds {
  readonly basis: { readonly zh: string; readonly en: string }[];
  readonly preconditions: { readonly zh: string; readonly en: string }[];
}

/** The grounds of a step in force on a day, each with its fact and how sure it is. */
export function escalationOn(named: EscalationStep, date: CalendarDate): EscalationGrounds {
  const faults: PackFault[] = [];
  const file = fileURLToPath(new URL('./escalation.yaml', import.meta.url));
  const steps = readYaml(file, escalationFile, faults);
  if (steps === undefined)
    throw new Error(faults.map(({ line, because }) => `${file}:${line} ${say(because, 'en')}`).join('\n'));
  const inForce = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
    (from ?? '') <= date && date <= (to ?? '9999');
  const { basis, preconditions } = steps[named];
  return {
    basis: basis.filter(inForce).map(({ document, item, fact, text, says }) => ({
      zh: `《${document}》${item}：${says.zh}（${fact}，${text}）`,
      en: `${document} ${item}: ${says.en} (${fact}, ${text})`,
    })),
    preconditions: preconditions.filter(inForce).map(({ fact, text, says }) => ({
      zh: `${says.zh}（${fact}，${text}）`,
      en: `${says.en} (${fact}, ${text})`,
    })),
  };
}
