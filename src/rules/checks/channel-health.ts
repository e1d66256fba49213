import { text } from '../../messages/index.ts';
import type { Cause, Plant, Point, SafetyFunction } from '../../plant/index.ts';
import type { Part } from '../check.ts';
import { bypassNeeds, excusedIn } from './bypass-of-channel.ts';
import { pointOf, saysOne } from './discrete.ts';

/**
 * Fault bits of the channels, and the fault band of every analog channel with an instrument range. A channel whose own
 * bypass is on under a permit may be in somebody's hands: its fault is not judged beside the bypass.
 */
export function channelHealthParts(it: SafetyFunction, plant: Plant): readonly Part[] {
  const parts = it.causes.flatMap((cause) => [
    ...cause.diagnostics.map((tag, index) => {
      const channel = cause.diagnostics.length === cause.channels.length ? cause.channels[index] : undefined;
      return unlessPermitted(diagnosticPart(pointOf(plant, tag)), cause, channel, plant);
    }),
    ...cause.channels.flatMap((tag) =>
      bandPart(pointOf(plant, tag)).map((part) => unlessPermitted(part, cause, tag, plant)),
    ),
  ]);
  return [...new Map(parts.map((part) => [part.name, part])).values()];
}

function unlessPermitted(part: Part, cause: Cause, channel: string | undefined, plant: Plant): Part {
  if (channel === undefined || cause.bypasses.length === 0) return part;
  return {
    ...part,
    needs: [...part.needs, ...bypassNeeds(cause)],
    judge: (inputs) =>
      excusedIn(cause, channel, plant, inputs) === 'yes'
        ? { says: 'pass', because: text('checks.bypassed-fault-apart', { channel }) }
        : part.judge(inputs),
  };
}

function diagnosticPart(point: Point): Part {
  const { tag } = point;
  return {
    name: `diagnostic ${tag}`,
    needs: [{ kind: 'reading', tag }],
    judge: (inputs) => {
      const healthy =
        point.oneMeans === 'healthy' ? saysOne(inputs.reading(tag).value) : !saysOne(inputs.reading(tag).value);
      return healthy
        ? { says: 'pass', because: text('rules.channel-healthy', { tag }) }
        : {
            says: 'fail',
            expected: text('rules.channel-expected', { tag }),
            actual: text('rules.channel-faulted', { tag }),
          };
    },
  };
}

/**
 * The declared fault band, else NAMUR NE43: a 4–20 mA signal below 3.6 mA or above 21 mA says that the instrument failed,
 * not that the process is there. In engineering units; undefined for a point without a band and without a range.
 */
export function faultBandOf({
  range,
  type,
  faultBand,
}: Point): { readonly low: number; readonly high: number } | undefined {
  if (faultBand !== undefined) return faultBand;
  if (range === undefined || type === 'bool') return undefined;
  const perMilliampere = (range.high - range.low) / 16;
  return { low: range.low + (3.6 - 4) * perMilliampere, high: range.low + (21 - 4) * perMilliampere };
}

function bandPart(point: Point): readonly Part[] {
  const { tag, unit = '' } = point;
  const band = faultBandOf(point);
  if (band === undefined) return [];
  const { low, high } = band;
  return [
    {
      name: `channel ${tag}`,
      needs: [{ kind: 'reading', tag }],
      judge: (inputs) => {
        const value = Number(inputs.reading(tag).value);
        return low <= value && value <= high
          ? { says: 'pass', because: text('rules.channel-in-band', { tag }) }
          : {
              says: 'fail',
              expected: text(point.faultBand === undefined ? 'rules.channel-band' : 'checks.channel-band-declared', {
                tag,
                low: Number(low.toPrecision(6)),
                high: Number(high.toPrecision(6)),
                unit,
              }),
              actual: text('rules.channel-out-of-band', { tag, value: Number(value.toPrecision(6)), unit }),
            };
      },
    },
  ];
}

/** Whether a value says that the instrument works; a point without a band says nothing against it. */
export function isInBand(point: Point, value: number): boolean {
  const band = faultBandOf(point);
  return band === undefined || (band.low <= value && value <= band.high);
}
