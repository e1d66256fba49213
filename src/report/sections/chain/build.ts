import { sha256 } from '../../bundle/index.ts';
import { chainPayload } from '../../chain-payload.ts';
import type { Source } from '../../source.ts';
import type { Fact } from '../../table-model.ts';
import { groupedHash, shortHash } from '../../words/index.ts';

/** The anchor of the evidence. */
export interface ChainModel {
  readonly title: string;
  readonly explanation: string;
  readonly facts: readonly Fact[];
  readonly payload: string;
}

/** Arranges the head of the chain. */
export function buildChain({ record, voice, particulars }: Source): ChainModel {
  return {
    title: voice.say('report.chain'),
    explanation: voice.say('report.chain-explanation'),
    facts: [
      { label: voice.say('report.chain-short'), value: shortHash(record.chainHead) },
      { label: voice.say('report.chain-head'), value: groupedHash(record.chainHead) },
      { label: voice.say('report.chain-entries'), value: String(record.entries) },
      { label: voice.say('report.label-audit'), value: record.header.id },
      ...(particulars.attached ?? []).map(({ name, relationship, bytes }) => ({
        label: voice.say(relationship === 'Source' ? 'attachment.label-record' : 'attachment.label-packs'),
        value: voice.say('attachment.file', { name, bytes: bytes.length, hash: groupedHash(sha256(bytes)) }),
      })),
    ],
    payload: chainPayload(record),
  };
}
