import type { Source } from '../../source.ts';
import type { Fact } from '../../table-model.ts';
import { spokenHash } from '../../words/index.ts';

/** The page that both parties sign on site. */
export interface SignaturesModel {
  readonly title: string;
  readonly statement: string;
  /** The short head of the chain, to be read aloud and compared. */
  readonly head: string;
  readonly headCaption: string;
  readonly parties: readonly { readonly name: string; readonly lines: readonly Fact[]; readonly electronic: string }[];
  readonly objection: { readonly question: string; readonly choices: readonly string[] };
  readonly note: string;
}

/** Arranges the signature page; what people write stays blank. */
export function buildSignatures({ record, voice, particulars }: Source): SignaturesModel {
  const blank = (label: 'person' | 'post' | 'certificate' | 'signature' | 'signing-date'): Fact => ({
    label: voice.say(`report.${label}`),
  });
  const people = [blank('person'), blank('post'), blank('signature'), blank('signing-date')];
  return {
    title: voice.say('report.signing'),
    statement: voice.say('report.signing-statement', { entries: record.entries, id: record.header.id }),
    head: spokenHash(record.chainHead),
    headCaption: voice.say('report.chain-short'),
    parties: [
      {
        name: voice.say('report.signing-auditor'),
        lines: [organisation(particulars.firm, voice), blank('certificate'), ...people],
        electronic: voice.say('report.electronic-signature-1'),
      },
      {
        name: voice.say('report.signing-enterprise'),
        lines: [organisation(record.plant.enterprise.name, voice), ...people],
        electronic: voice.say('report.electronic-signature-2'),
      },
    ],
    objection: {
      question: voice.say('report.objection'),
      choices: [voice.say('report.objection-none'), voice.say('report.objection-some')],
    },
    note: voice.say('report.signing-note'),
  };
}

function organisation(value: string | undefined, voice: Source['voice']): Fact {
  return { label: voice.say('report.organisation'), ...(value === undefined ? {} : { value }) };
}
