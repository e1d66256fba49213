import type { HazardInstallation, Unit } from '../../../plant/index.ts';
import { chainPayload } from '../../chain-payload.ts';
import { editionMarks } from '../../edition.ts';
import { marksOf } from '../../marks.ts';
import { resumptionText } from '../../resumption-text.ts';
import type { Source } from '../../source.ts';
import type { Fact } from '../../table-model.ts';
import { plantTimeOf, shortHash, type Voice } from '../../words/index.ts';

const fewItems = 4;
const mostItems = 14;

/** The first page: whose plant, when, by which law, and the head of the evidence. */
export interface CoverModel {
  readonly title: string;
  readonly enterprise: string;
  readonly marks: readonly string[];
  readonly facts: readonly Fact[];
  readonly chain: { readonly payload: string; readonly caption: string };
  readonly proposal: string;
}

/** Arranges the cover; what nobody gave stays a blank line. */
export function buildCover(source: Source): CoverModel {
  const { record, voice } = source;
  return {
    title: voice.say(record.header.recheck === undefined ? 'report.title' : 'recheck.cover-title'),
    enterprise: record.plant.enterprise.name,
    marks: [...marksOf(record).map(voice.tell), ...editionMarks(source.particulars, voice)],
    facts: factsOf(source),
    chain: {
      payload: chainPayload(record),
      caption: voice.say('report.cover-chain', { head: shortHash(record.chainHead) }),
    },
    proposal: voice.say('report.proposal'),
  };
}

function factsOf({ record, voice, particulars }: Source): readonly Fact[] {
  const { plant, header, packs, end } = record;
  const list = (items: readonly string[]) => listed(items, voice);
  const finished = end === undefined ? voice.say('report.mark-unfinished') : plantTimeOf(end.finishedAt);
  const fact = (label: string, value: string): Fact => ({ label, value });
  return [
    { label: voice.say('report.label-number'), ...given(particulars.reportNumber) },
    { label: voice.say('report.label-firm'), ...given(particulars.firm) },
    fact(voice.say('report.label-uscc'), plant.enterprise.uscc),
    ...(plant.enterprise.town === undefined ? [] : [fact(voice.say('report.label-town'), plant.enterprise.town)]),
    fact(voice.say('report.label-units'), list(plant.units.map((unit) => unitText(unit, voice)))),
    ...(plant.hazardInstallations.length === 0
      ? []
      : [
          fact(
            voice.say('report.label-installations'),
            list(plant.hazardInstallations.map((it) => installationText(it, voice))),
          ),
        ]),
    ...(header.recheck === undefined
      ? []
      : [
          fact(
            voice.say('recheck.label-cites'),
            voice.say('recheck.cited', { audit: header.recheck.audit, head: shortHash(header.recheck.head) }),
          ),
        ]),
    fact(voice.say('report.label-law-date'), header.lawDate),
    fact(voice.say('report.label-observation-date'), header.observationDate),
    fact(
      voice.say('report.label-time'),
      voice.say('report.from-to', { from: plantTimeOf(header.startedAt), to: finished }),
    ),
    ...(record.resumptions ?? []).map((each) =>
      fact(voice.say('running.gap-label'), voice.tell(resumptionText(each, voice))),
    ),
    fact(
      voice.say('report.label-window'),
      voice.say('report.window', { seconds: header.window.ms / 1000, every: header.window.everyMs / 1000 }),
    ),
    fact(voice.say('report.label-packs'), list(packs.map((pack) => `${voice.pick(pack.title)} ${pack.edition}`))),
    fact(voice.say('report.label-audit'), header.id),
    fact(voice.say('report.label-version'), `tripline ${header.tripline}`),
  ];
}

/** A line each; many of them run on, and very many are counted, so that the cover stays one page. */
function listed(items: readonly string[], voice: Voice): string {
  if (items.length === 0) return voice.say('report.none');
  if (items.length <= fewItems) return items.join('\n');
  const shown = items.slice(0, mostItems).join(voice.say('report.semicolon'));
  return items.length <= mostItems ? shown : voice.say('report.list-more', { shown, count: items.length });
}

function given(value: string | undefined): { readonly value?: string } {
  return value === undefined ? {} : { value };
}

function unitText({ id, name, processes }: Unit, voice: Voice): string {
  return processes.length === 0
    ? `${name} ${id}`
    : voice.say('report.unit-with-processes', { id, name, processes: processes.join(voice.say('report.comma')) });
}

function installationText({ name, level, record }: HazardInstallation, voice: Voice): string {
  return voice.say('report.installation', { name, level: voice.say(`report.level-${level}`), record });
}
