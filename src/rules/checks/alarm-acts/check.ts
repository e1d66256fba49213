import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { type Cause, type CauseAlarm, convert, type Plant } from '../../../plant/index.ts';
import { defineCheck, type Inputs, type Part, type Sample } from '../../check.ts';
import { durationMs } from '../../written-forms.ts';
import { isInBand } from '../channel-health.ts';
import { convertDifference } from '../convert-difference.ts';
import { pointOf, says, saysOne } from '../discrete.ts';
import { sampleAt } from '../votes.ts';

/**
 * Whenever in the window every channel of a cause has been beyond the alarm limit for longer than `within`, its alarm
 * stands. Some channels beyond and some not, or a value in the dead band: an alarm may be on or off. A suppressed alarm is
 * judged as a bypass.
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
  /** Every stretch of the window (ms since 1970) in which all channels were beyond the limit. */
  const stretches = (inputs: Inputs) => {
    const moments = channels.flatMap((tag) => inputs.readings(tag).map(({ atMs }) => atMs)).sort((a, b) => a - b);
    const found: { readonly fromMs: number; readonly toMs: number }[] = [];
    let fromMs: number | undefined;
    for (const moment of moments) {
      const isAll = channels.every((tag) => isBeyond(tag, alarm, plant, inputs, moment));
      if (isAll && fromMs !== undefined) found.pop();
      fromMs = isAll ? (fromMs ?? moment) : undefined;
      if (fromMs !== undefined) found.push({ fromMs, toMs: moment });
    }
    return found;
  };
  const isOn = ({ value }: Sample) => says(pointOf(plant, output), value, 'alarm', 'healthy') ?? saysOne(value);
  const during = (inputs: Inputs, fromMs: number, toMs: number) =>
    inputs.readings(output).filter(({ atMs }) => fromMs <= atMs && atMs <= toMs);
  /** The alarm was off although every channel had been beyond for longer than it may take. */
  const isLate = (inputs: Inputs) =>
    stretches(inputs).some(({ fromMs, toMs }) =>
      during(inputs, fromMs, toMs).some((sample) => sample.atMs > fromMs + withinMs && !isOn(sample)),
    );
  const cameOn = (inputs: Inputs) =>
    stretches(inputs).some(({ fromMs, toMs }) => during(inputs, fromMs, toMs).some(isOn));
  return {
    name: `alarm ${output}`,
    needs: tags.map((tag) => ({ kind: 'reading', tag })),
    unmet: (inputs) => {
      if (suppressed !== undefined && inputs.readings(suppressed).some(({ value }) => saysOne(value)))
        return text('checks.alarm-suppressed', { output });
      if (stretches(inputs).length === 0) return text('checks.alarm-not-due', words);
      return isLate(inputs) || cameOn(inputs) ? undefined : text('checks.alarm-may-come', words);
    },
    judge: (inputs) =>
      isLate(inputs)
        ? { says: 'fail', expected: text('checks.alarm-expected', words), actual: text('checks.alarm-off', words) }
        : { says: 'pass', because: text('checks.alarm-on', words) },
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
  // What stands in the fault band is a fault of the channel, not the process beyond its limit (judgement.md §3).
  if (!isInBand(point, Number(value))) return false;
  const band = alarm.deadband === undefined ? 0 : (convertDifference(alarm.deadband, unit) ?? 0);
  // Some alarms come at the limit, some a dead band beyond it: only what is beyond both must alarm.
  return direction === 'above' ? Number(value) > limit + band : Number(value) < limit - band;
}
