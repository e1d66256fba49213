import { exitCode } from '../../exit-code.ts';
import type { Verb } from '../verb.ts';

/** `tripline verify <audit.sqlite>`: recomputes the chain; needs neither plant nor network. */
export const verifyVerb: Verb = {
  register(program, io, run) {
    program
      .command('verify')
      .description(io.say('cli.verify'))
      .argument('<audit.sqlite>', io.say('cli.argument-evidence'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline verify out/demo/audit.sqlite`)
      .action(async (file: string) => {
        await run(async () => {
          const { readEntries, verifyChain } = await import('../../../src/audit/index.ts');
          let entries: ReturnType<typeof readEntries>;
          try {
            entries = readEntries(file);
          } catch (error) {
            io.fail('cli.no-evidence', { file, message: error instanceof Error ? error.message : String(error) });
            return exitCode.usage;
          }
          const chain = verifyChain(entries);
          if (!chain.intact) {
            io.print(io.say('cli.chain-broken', { number: chain.firstBroken }));
            return exitCode.notSatisfied;
          }
          io.print(io.say('cli.chain-intact', { entries: chain.entries, head: chain.head }));
          if (entries.some((entry) => entry.kind === 'audit-finished')) return exitCode.done;
          io.print(io.say('cli.chain-unfinished'));
          return exitCode.inconclusive;
        });
      });
  },
};
