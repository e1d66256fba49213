import type { ControllerRecord } from '../../../audit/index.ts';
import type { Fact } from '../../table-model.ts';
import { plantTime, printable, type Voice } from '../../words/index.ts';

/** As many refused rows as a page bears; all of them stand in the evidence and in result.json. */
const rowsShown = 20;

/** What the files of a controller are, who handed them over, and which rows were not used and why. */
export function exportedFacts({ exported }: ControllerRecord, voice: Voice): readonly Fact[] {
  if (exported === undefined) return [];
  const { by, on, zoneMinutes, until, files } = exported;
  const fact = (value: string): Fact => ({ label: voice.say('file.label'), value });
  const at = plantTime(until, 's') ?? '';
  return [
    fact(voice.say('file.handed-over', { by, on, zone: zoneText(zoneMinutes), at })),
    ...files.flatMap(({ name, sha256, rows, holds, later, refused }) => {
      const shown = refused
        .slice(0, rowsShown)
        .map(({ place, because }) => voice.say('file.refused-row', { place, because: printable(voice.tell(because)) }));
      const more = refused.length > rowsShown ? ['…'] : [];
      const list = [...shown, ...more].join(voice.say('report.semicolon'));
      return [
        fact(voice.say('file.fact', { name, rows, holds: voice.say(`file.holds-${holds}`), sha256 })),
        ...(refused.length === 0 ? [] : [fact(voice.say('file.refused', { count: refused.length, rows: list }))]),
        ...(later === 0 ? [] : [fact(voice.say('file.later', { count: later }))]),
      ];
    }),
  ];
}

function zoneText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const abs = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(abs / 60))}:${two(abs % 60)}`;
}
