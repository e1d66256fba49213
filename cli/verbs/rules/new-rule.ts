import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';

const word = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Writes the beginnings of a rule, and of its pack where there is none yet; never writes over a file. */
export function newRule(folder: string, id: string, io: Terminal): number {
  const pack = join(folder, 'pack.yaml');
  const home = join(folder, id);
  if (!word.test(id) || !word.test(basename(folder)) || existsSync(home)) {
    io.fail('rulebase.cannot-begin', { id, folder });
    return exitCode.usage;
  }
  mkdirSync(home, { recursive: true });
  if (!existsSync(pack)) writeFileSync(pack, packText(basename(folder)));
  const written = readFileSync(pack, 'utf8').trimEnd();
  const isListed = /^rules:\s*$/m.test(written);
  writeFileSync(pack, isListed ? `${written}\n  - ${id}\n` : `${written}\nrules:\n  - ${id}\n`);
  writeFileSync(join(home, 'rule.yaml'), ruleText(id));
  writeFileSync(join(home, 'cases.yaml'), casesText);
  if (!existsSync(join(folder, 'case-plant.yaml'))) writeFileSync(join(folder, 'case-plant.yaml'), plantText);
  writeFileSync(join(folder, 'case-document.txt'), 'A document that stands for proof in the cases.\n');
  io.print(io.say('rulebase.begun', { rule: join(home, 'rule.yaml'), folder }));
  return exitCode.done;
}

function packText(id: string): string {
  return `id: ${id}
title: { zh: 企业自有规则, en: Rules of our own }
edition: "1"
rules:
`;
}

function ruleText(id: string): string {
  return `id: ${id}
statement:
  zh: 用自己的话写明要求。
  en: Say what is required, in your own words.
subject: unit
check: { use: stated, with: { what: ${id} } }
duty: enterprise
force: should
severity: general
effective: {}
limit: { days: 30 }
remediation:
  zh: 写明怎样整改。
  en: Say how it is put right.
`;
}

const casesText = `plant: ../case-plant.yaml
subject: U1
cases:
  - { name: has a document, declare: {}, expect: unknown }
impossible: { pass: to be written, fail: to be written }
`;

const plantText = `tripline: 1
enterprise: { name: Case plant, uscc: 91370321MA3C000006, sectors: [hazardous-chemicals] }
units: { U1: { name: Unit } }
controllers: { DCS: { role: bpcs, via: direct, endpoint: "modbus://127.0.0.1?unit=1", word_order: ABCD } }
points: { T-1: { controller: DCS, address: "holding:0", type: float32, unit: ℃, low: 0, high: 200, role: measurement } }
documents: { DOC-CASE: { title: Case document, file: case-document.txt, date: 2017-01-01 } }
`;
