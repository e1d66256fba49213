import type { Verb } from '../verb.ts';

/** `tripline explain <outcome> --audit <audit.sqlite>`: from a verdict back to the bytes that it rests on. */
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
        `\n${io.say('cli.example')}\n  tripline explain trip-setpoint-approved@SIF-101 --audit out/demo/audit.sqlite`,
      )
      .action(async (topic: string, options: { readonly audit?: string; readonly json?: boolean }) => {
        await run(async () => {
          const { explainTopic } = await import('./explain-topic.ts');
          return explainTopic(topic, { audit: options.audit, json: options.json === true }, io);
        });
      });
  },
};
