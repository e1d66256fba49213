import { type Topic, topicNamed, topics } from '../../../src/messages/index.ts';
import { checks, loadPack, type Pack, shippedPackIds } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { placedRules } from '../rules/open-packs.ts';
import { checkPage } from '../rules/reference/check-page.ts';
import { rulePage } from '../rules/reference/rule-page.ts';
import { neighbours } from './neighbours.ts';

/** One thing that a name stands for, told in the language of the terminal. */
interface Told {
  readonly kind: Topic['kind'] | 'rule' | 'check';
  readonly id: string;
  readonly says: string;
}

/** Explains a fault, a word, an exit code, a rule or a check by its name; a name that several have is told of each. */
export function explainName(name: string, json: boolean, io: Terminal): number {
  const packs = shippedPacks();
  const rules = placedRules(packs);
  const rule = rules.find((placed) => placed.rule.id === name);
  const check = checks.get(name);
  const told: readonly Told[] = [
    ...topicNamed(name, io.language),
    ...(rule === undefined ? [] : [{ kind: 'rule', id: name, says: rulePage(rule, io.language) } as const]),
    ...(check === undefined ? [] : [{ kind: 'check', id: name, says: checkPage(check, rules, io.language) } as const]),
  ];
  if (told.length === 0) {
    io.fail('explain.no-such-topic', { topic: name });
    const known = [
      ...topics(io.language).flatMap(({ names }) => names),
      ...rules.map((placed) => placed.rule.id),
      ...checks.keys(),
    ];
    const near = neighbours(name, known);
    if (near.length > 0) io.fail('explain.did-you-mean', { ids: near.join('  ') });
    return exitCode.usage;
  }
  if (json)
    io.print(
      JSON.stringify(
        told.map(({ kind, id, says }) => ({ kind, id, says })),
        null,
        2,
      ),
    );
  else
    for (const { kind, id, says } of told)
      io.print(`${io.say('explain.topic-head', { kind: io.say(`explain.kind-${kind}`), id })}\n\n${says.trimEnd()}\n`);
  return exitCode.done;
}

function shippedPacks(): readonly Pack[] {
  return shippedPackIds().flatMap((id) => {
    const loaded = loadPack(id);
    return loaded.ok ? [loaded.pack] : [];
  });
}
