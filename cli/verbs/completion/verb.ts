import type { Verb } from '../verb.ts';

/** `tripline completion bash|powershell`: a completion script, made from the command line as it is. */
export const completionVerb: Verb = {
  register(program, io, run) {
    program
      .command('completion')
      .description(io.say('completion.verb'))
      .argument('<bash|powershell>', io.say('completion.argument-shell'))
      .addHelpText(
        'after',
        `\n${io.say('cli.example')}\n  tripline completion bash > ~/.local/share/bash-completion/completions/tripline\n  tripline completion powershell | Out-String | Invoke-Expression`,
      )
      .action(async (shell: string) => {
        await run(async () => (await import('./print-completion.ts')).printCompletion(shell, program, io));
      });
  },
};
