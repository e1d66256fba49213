import { exitCode } from '../../exit-code.ts';
import type { Verb } from '../verb.ts';

/** `tripline rules …`: the rule base for people who read, check and write rules; connects to nothing. */
export const rulesVerb: Verb = {
  register(program, io, run) {
    const rules = program
      .command('rules')
      .description(io.say('rulebase.verb'))
      .helpCommand(false)
      .addHelpText(
        'after',
        `\n${io.say('cli.example')}\n  tripline rules catalogue P03\n  tripline rules lint ./our-pack`,
      );
    const packs = io.say('rulebase.argument-packs');
    const json = io.say('cli.option-json');
    rules
      .command('list')
      .description(io.say('rulebase.verb-list'))
      .argument('[packs...]', packs)
      .option('--json', json)
      .action(async (names: readonly string[], options: { readonly json?: boolean }) => {
        await run(async () => (await import('./list-rules.ts')).listRules(names, options.json === true, io));
      });
    rules
      .command('show')
      .description(io.say('rulebase.verb-show'))
      .argument('<rule>', io.say('rulebase.argument-rule'))
      .option('--pack <id|folder>', io.say('cli.option-pack'), collect, [])
      .option('--json', json)
      .action(async (id: string, options: { readonly pack: readonly string[]; readonly json?: boolean }) => {
        await run(async () => (await import('./show-rule.ts')).showRule(id, options.pack, options.json === true, io));
      });
    rules
      .command('catalogue')
      .description(io.say('rulebase.verb-catalogue'))
      .argument('[process]', io.say('rulebase.argument-process'))
      .option('--json', json)
      .action(async (id: string | undefined, options: { readonly json?: boolean }) => {
        await run(async () => (await import('./show-catalogue.ts')).showCatalogue(id, options.json === true, io));
      });
    rules
      .command('lint')
      .description(io.say('rulebase.verb-lint'))
      .argument('[packs...]', packs)
      .action(async (names: readonly string[]) => {
        await run(async () => (await import('./lint-packs.ts')).lintPacks(names, io));
      });
    rules
      .command('test')
      .description(io.say('rulebase.verb-test'))
      .argument('[packs...]', packs)
      .action(async (names: readonly string[]) => {
        await run(async () => (await import('./test-packs.ts')).testPacks(names, io));
      });
    rules
      .command('docs')
      .description(io.say('rulebase.verb-docs'))
      .argument('[packs...]', packs)
      .option('--out <folder>', io.say('cli.option-out'), 'docs/rules')
      .action(async (names: readonly string[], options: { readonly out: string }) => {
        await run(async () => (await import('./write-docs.ts')).writeDocs(names, options.out, io));
      });
    rules
      .command('new')
      .description(io.say('rulebase.verb-new'))
      .argument('<folder>', io.say('rulebase.argument-folder'))
      .argument('<rule>', io.say('rulebase.argument-rule'))
      .action(async (folder: string, id: string) => {
        await run(async () => (await import('./new-rule.ts')).newRule(folder, id, io));
      });
    rules
      .command('confirm')
      .description(io.say('rulebase.verb-confirm'))
      .argument('<fact>', io.say('rulebase.argument-fact'))
      .requiredOption('--document <file>', io.say('rulebase.option-document'))
      .requiredOption('--by <name>', io.say('rulebase.option-by'))
      .option('--file <file>', io.say('rulebase.option-file'))
      .action(
        async (fact: string, options: { readonly document: string; readonly by: string; readonly file?: string }) => {
          await run(async () => (await import('./confirm-fact.ts')).confirmFact(fact, options, io));
        },
      );
    rules.action(() => {
      io.note(rules.helpInformation());
      return run(async () => exitCode.usage);
    });
  },
};

function collect(pack: string, all: readonly string[]): readonly string[] {
  return [...all, pack];
}
