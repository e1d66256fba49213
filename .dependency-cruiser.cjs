// The architecture, executable: one rule per line of the may-not table in ARCHITECTURE.md.
// Imports run against the sentence: declare -> observe -> judge -> record -> render.
const { readdirSync } = require('node:fs');

const tests = '\\.test\\.ts$|\\.test-data\\.ts$';
/** Every folder of a protocol, so that a new one is held to the rules without being named here. */
const named = readdirSync('src/protocols', { withFileTypes: true })
  .filter((it) => it.isDirectory() && it.name !== 'witness')
  .map(({ name }) => name);
const protocols = named.join('|');
/** RTU is the same protocol in another framing. */
const ownFraming = named.filter((name) => !name.startsWith('modbus-')).join('|');

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Data flows one way.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'messages-is-the-leaf',
      comment: 'Everybody may speak; the catalogue knows nobody.',
      severity: 'error',
      from: { path: '^src/messages', pathNot: tests },
      to: { path: '^(src/(?!messages)|cli|fixtures)' },
    },
    {
      name: 'protocols-do-not-judge-or-print',
      comment: 'A protocol reads, decodes and reports quality; it knows of no plant, rule or page.',
      severity: 'error',
      from: { path: '^src/protocols', pathNot: tests },
      to: { path: '^(src/(?!protocols|messages)|cli|fixtures)' },
    },
    {
      name: 'protocols-do-not-know-each-other',
      comment:
        'A plug-in knows its port and never another plug-in. RTU is the same protocol in another framing: it may enter modbus, by its index.',
      severity: 'error',
      from: { path: `^src/protocols/(${ownFraming})/` },
      to: { path: `^src/protocols/(${protocols}|witness)/`, pathNot: '^src/protocols/$1/' },
    },
    {
      name: 'rtu-enters-modbus-by-its-index',
      comment: 'Planning, bisecting and decoding of Modbus are the same in RTU frames.',
      severity: 'error',
      from: { path: '^src/protocols/(modbus-[^/]+)/', pathNot: tests },
      to: {
        path: `^src/protocols/(${protocols}|witness)/`,
        pathNot: ['^src/protocols/modbus/index\\.ts$', '^src/protocols/$1/'],
      },
    },
    {
      name: 'the-witness-takes-allow-lists-only',
      comment: 'Its relay shares the allow-lists and the framing with our readers, by their index.',
      severity: 'error',
      from: { path: '^src/protocols/witness/', pathNot: tests },
      to: {
        path: `^src/protocols/(${protocols})/`,
        pathNot: '^src/protocols/(modbus|s7)/index\\.ts$',
      },
    },
    {
      name: 'the-witness-shares-no-decoder',
      comment: 'What runs in its child process is independent of our readers: shared code would share its faults.',
      severity: 'error',
      from: { path: '^src/protocols/witness/(child|read-with|value-of|nodes7-address|question)' },
      to: { path: `^src/protocols/(${protocols})/` },
    },
    {
      name: 'plant-does-not-connect-or-judge',
      comment: 'A plant describes, validates and imports; of protocols it knows how an address is parsed.',
      severity: 'error',
      from: { path: '^src/plant', pathNot: tests },
      to: { path: '^(src/(rules|audit|report|rectification)|cli|fixtures)' },
    },
    {
      name: 'import-formats-do-not-know-each-other',
      comment: 'One folder a format; what they have in common is the table and the tag.',
      severity: 'error',
      from: { path: '^src/plant/importers/(tag-list|kepware|tia|plcopen|cause-effect)/', pathNot: tests },
      to: {
        path: '^src/plant/importers/(tag-list|kepware|tia|plcopen|cause-effect)/',
        pathNot: '^src/plant/importers/$1/',
      },
    },
    {
      name: 'checks-are-pure',
      comment: 'No clock, disk, network or randomness in a check: the engine vouches for every input.',
      severity: 'error',
      from: { path: '^src/rules/checks', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rules-open-no-sockets',
      comment: 'Rules say what is due when; they read packs from disk and nothing else.',
      severity: 'error',
      from: { path: '^src/rules', pathNot: tests },
      to: { path: '^((src/(audit|report|rectification)|cli|fixtures)|(node:)?(net|tls|dgram|http|https|dns)$)' },
    },
    {
      name: 'audit-names-no-protocol-and-no-format',
      comment:
        'An audit plans, collects, judges and records; protocols come through the Reader port, pages come later.',
      severity: 'error',
      from: { path: '^src/audit', pathNot: tests },
      to: { path: `^(src/(report|rectification)|cli|fixtures|src/protocols/(${protocols})/)` },
    },
    {
      name: 'rectification-moves-cases-only',
      comment: 'A case moves along from facts and dates: no page, no controller, no protocol.',
      severity: 'error',
      from: { path: '^src/rectification', pathNot: tests },
      to: { path: `^(src/report|cli|fixtures|src/protocols/(${protocols})/|src/rules/checks)` },
    },
    {
      name: 'report-reads-only-the-record',
      comment: 'A report arranges what the record says: no controller, no judging.',
      severity: 'error',
      from: { path: '^src/report', pathNot: tests },
      to: { path: `^(cli|fixtures|src/protocols/(${protocols})/|src/rules/checks)` },
    },
    {
      name: 'product-does-not-need-the-simulators',
      comment: 'Only the verbs that start a simulated plant, and tests, know of fixtures.',
      severity: 'error',
      from: { path: '^(src|cli)', pathNot: `${tests}|^cli/verbs/(sim|demo)/` },
      to: { path: '^fixtures' },
    },
    {
      name: 'folders-are-entered-by-their-index',
      comment: 'A folder says in its index what others may use.',
      severity: 'error',
      from: { path: '^(cli|src/([^/]+))/', pathNot: tests },
      to: { path: '^src/([^/]+)/', pathNot: ['^src/$2/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'simulators-have-their-own-codecs',
      comment:
        'A client tested with its own codec hides its bugs: simulators take only types and the clock from protocols.',
      severity: 'error',
      from: { path: `^fixtures/simulators/(${protocols})/`, pathNot: tests },
      to: { path: `^src/protocols/(${protocols})/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'databases-are-opened-in-one-place',
      comment:
        'better-sqlite3 12 ends the process where its handles are collected under Node 24: openDatabase keeps them.',
      severity: 'error',
      from: { pathNot: ['^src/audit/store/open-database\\.ts$', '^cli/verbs/doctor/'] },
      to: { path: 'better-sqlite3', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-declared-dependencies',
      comment: 'What ships may not rest on a development dependency.',
      severity: 'error',
      from: { path: '^(src|cli|fixtures/simulators)', pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
