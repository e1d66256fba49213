import type { AuditRecord } from '../../audit/index.ts';
import { text } from '../../messages/index.ts';
import type { Draft } from './draft.ts';

/** 自动化控制情况确认表: what the audit saw of every unit and required function, for the enterprise to confirm or object. */
export function confirmationDraft({ header, plant, coverage, chainHead }: AuditRecord): Draft {
  const answer = ({ yes, no, unknown }: typeof coverage.all.built) => text('drafts.answer', { yes, no, unknown });
  const rows = coverage.rows.filter(({ standing }) => standing === 'required' || standing === 'scale-unknown');
  return {
    kind: 'confirmation',
    title: text('drafts.title-confirmation'),
    marking: 'proposal',
    simulated: header.simulatedTime,
    blocks: [
      {
        kind: 'fields',
        rows: [
          { label: text('drafts.inspected'), value: plant.enterprise.name },
          { label: text('drafts.uscc'), value: plant.enterprise.uscc },
          { label: text('drafts.rests-on'), value: `${header.id}（${header.observationDate}）` },
          { label: text('drafts.head'), value: chainHead.slice(0, 16) },
        ],
      },
      {
        kind: 'table',
        head: [
          text('drafts.column-unit'),
          text('drafts.column-processes'),
          text('drafts.column-required'),
          text('drafts.column-built'),
          text('drafts.column-present'),
          text('drafts.column-service'),
        ],
        rows: coverage.units.map(({ unit, required, built, esdPresent, inService }) => [
          plant.units.find(({ id }) => id === unit)?.name ?? unit,
          plant.units.find(({ id }) => id === unit)?.processes.join('、') || '—',
          String(required),
          answer(built),
          answer(esdPresent),
          answer(inService),
        ]),
      },
      {
        kind: 'table',
        head: [
          text('drafts.column-function'),
          text('drafts.column-name'),
          text('drafts.column-built'),
          text('drafts.column-service'),
          text('drafts.column-result'),
          text('drafts.column-enterprise-says'),
        ],
        rows: rows.map(({ id, name, cells, result }) => [
          id,
          name,
          text(`drafts.cell-${cells.built}`),
          text(`drafts.cell-${cells.inService}`),
          text(`drafts.result-${result}`),
          '',
        ]),
      },
      {
        kind: 'fields',
        rows: [
          { label: text('drafts.enterprise-remarks') },
          { label: text('drafts.person-in-charge') },
          { label: text('drafts.enterprise-seal'), as: 'seal' },
          { label: text('drafts.signing-date'), as: 'date' },
        ],
      },
    ],
  };
}
