export const file = {
  'file.endpoint':
    '"{written}" should read file:export.csv, relative to the folder of the plant file (csv, txt, tsv or xlsx; several with commas)',
  'file.zone-form': '"{written}" is no time zone; write +08:00 or UTC',
  'file.export-missing':
    'a file: endpoint needs export: handed_over_by, handed_over_on, zone (of the time stamps in the file)',
  'file.export-without-file': 'export is for file: endpoints only',
  'file.via-file': 'via of a file: endpoint is file',
  'file.one-endpoint': 'a controller has one file: endpoint; several files stand in it with commas',
  'file.before-header': 'before the header',
  'file.no-time': 'the time "{written}" does not exist, is not understood, or may be two different ones',
  'file.no-item': 'no tag',
  'file.no-value': '{tag}: "{written}" is no value of its type',
  'file.only-changes':
    'the export of {tag} holds changes or a snapshot only: between two rows nobody knows, and that is no watching',
  'file.ended': 'the export ends at {at}: it says nothing about the time of the audit',
  'file.by-file': '{what} (by an export as of {at}, handed over by {by}; not read live)',
  'file.only-by-file': 'by an export only, not read live',
  'file.label': 'Exported files',
  'file.fact': '{name}: {rows} rows, {holds}, SHA-256 {sha256}',
  'file.handed-over': 'handed over by {by} on {on}, zone {zone}, as of {at}',
  'file.refused': 'rows not used, {count}: {rows}',
  'file.refused-row': '{place} {because}',
  'file.later': '{count} values behind that moment are not used',
  'file.holds-samples': 'samples',
  'file.holds-changes': 'changes',
  'file.holds-events': 'sequence of events',
  'file.holds-snapshot': 'snapshot',
} as const;
