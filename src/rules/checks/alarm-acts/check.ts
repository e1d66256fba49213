import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { type Cause, type CauseAlarm, convert, type Plant } from '../../../plant/index.ts';
import { defineCheck, type Inputs, type Part } from '../../check.ts';
import { durationMs } from '../../written-forms.ts';
import { convertDifference } from '../convert-difference.ts';
import { pointOf, says, saysOne } from '../discrete.ts';
import { sampleAt } from '../votes.ts';

/**
 * Where every channel of a cause has been beyond the alarm limit for longer than `within`, its alarm stands. Some channels
 * beyond and some not, or a value in the dead band: an alarm may be on or off. A suppressed alarm is judged as a bypass.
 */
export const alarmActs = defineCheck({
  name: 'alarm-acts',
  subject: 'safety-function',
  parameters: z.strictObject({ within: durationMs }),
  parts: ({ function: it, plant }, { within }) =>
    it.causes.flatMap((cause) => {
      const { alarm } = cause;
      return alarm?.output === undefined ? [] : [partOf(cause, alarm, alarm.output, plant, within)];
    }),
});

function partOf(cause: Cause, alarm: CauseAlarm, output: string, plant: Plant, withinMs: number): Part {
  const { channels } = cause;
  const { setpoint, suppressed } = alarm;
  const tags = [...channels, output, ...[setpoint, suppressed].filter((tag) => tag !== undefined)];
  const words = { output, channels: channels.join('、'), seconds: withinMs / 1000 };
  const isOn = (inputs: Inputs) => {
    const { value } = inputs.reading(output);
    return says(pointOf(plant, output), value, 'alarm', 'healthy') ?? saysOne(value);
  };
  /** For how long (ms) every channel has been beyond the limit, up to the last reading; undefined = not all of them are. */
  const beyondMs = (inputs: Inputs) => {
    const moments = channels.flatMap((tag) => inputs.readings(tag).map(({ atMs }) => atMs)).sort((a, b) => a - b);
    const all = (moment: number) => channels.every((tag) => isBeyond(tag, alarm, plant, inputs, moment));
    const [end] = moments.slice(-1);
    if (end === undefined || !all(end)) return undefined;
    const begin = moments[moments.findLastIndex((moment) => !all(moment)) + 1] ?? end;
    return end - begin;
  };
  return {
    name: `alarm ${output}`,
    needs: tags.map((tag) => ({ kind: 'reading', tag })),
    unmet: (inputs) => {
      if (suppressed !== undefined && inputs.readings(suppressed).some(({ value }) => saysOne(value)))
        return text('checks.alarm-suppressed', { output });
      const sinceMs = beyondMs(inputs);
      if (sinceMs === undefined) return text('checks.alarm-not-due', words);
      return isOn(inputs) || sinceMs > withinMs ? undefined : text('checks.alarm-may-come', words);
    },
    judge: (inputs) =>
      isOn(inputs)
        ? { says: 'pass', because: text('checks.alarm-on', words) }
        : { says: 'fail', expected: text('checks.alarm-expected', words), actual: text('checks.alarm-off', words) },
  };
}

function isBeyond(tag: string, alarm: CauseAlarm, plant: Plant, inputs: Inputs, moment: number): boolean {
  const { direction, setpoint } = alarm;
  const point = pointOf(plant, tag);
  const stated =
    setpoint === undefined
      ? alarm.value
      : { value: Number(inputs.reading(setpoint).value), unit: pointOf(plant, setpoint).unit ?? alarm.value.unit };
  const unit = point.unit ?? stated.unit;
  const limit = convert(stated, unit)?.value;
  const value = sampleAt(inputs.readings(tag), moment)?.value;
  if (limit === undefined || value === undefined) return false;
  const band = alarm.deadband === undefined ? 0 : (convertDifference(alarm.deadband, unit) ?? 0);
  // Some alarms come at the limit, some a dead band beyond it: only what is beyond both must alarm.
  return direction === 'above' ? Number(value) > limit + band : Number(value) < limit - band;
}
