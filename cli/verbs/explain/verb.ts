import type { Verb } from '../verb.ts';

/**
 * `tripline explain <topic>`: a fault, rule, check, word or exit code in one screen; with `--audit` an outcome, from the
 * verdict back to the bytes that it rests on.
 */
export const explainVerb: Verb = {
  register(program, io, run) {
    program
      .command('explain')
      .description(io.say('explain.verb'))
      .argument('<topic>', io.say('explain.argument-topic'))
      .option('--audit <file>', io.say('explain.option-audit'))
      .option('--json', io.say('cli.option-json'))
      .addHelpText(
        'after',
        `\n${io.say('cli.example')}\n  tripline explain timeout\n  tripline explain trip-setpoint-approved@SIF-101 --audit out/demo/audit.sqlite`,
      )
      .action(async (topic: string, options: { readonly audit?: string; readonly json?: boolean }) => {
        await run(async () => {
          const json = options.json === true;
          if (options.audit === undefined && !topic.includes('@'))
            return (await import('./explain-name.ts')).explainName(topic, json, io);
          const { explainTopic } = await import('./explain-topic.ts');
          return explainTopic(topic, { audit: options.audit, json }, io);
        });
      });
  },
};
