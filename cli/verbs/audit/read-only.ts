import { type Selector, selectable, selectorKinds } from '../../../src/audit/index.ts';
import { hint, type Plant } from '../../../src/plant/index.ts';
import { bindRules, type Pack } from '../../../src/rules/index.ts';
import type { Terminal } from '../../terminal.ts';

/** Reads `--only unit=U100`; says every one that is no selector and gives undefined where there is one. */
export function readOnly(written: readonly string[], io: Terminal): readonly Selector[] | undefined {
  const parsed = written.map((each) => {
    const [, word, id = ''] = /^([a-z]+)=(.+)$/.exec(each) ?? [];
    const kind = selectorKinds.find((known) => known === word);
    if (kind === undefined) io.fail('running.bad-selector', { written: each });
    return kind === undefined ? undefined : { kind, id };
  });
  const selectors = parsed.filter((each) => each !== undefined);
  return selectors.length < written.length ? undefined : selectors;
}

/** Whether everything that was selected is there; says each id that is not, with the nearest and with all of its kind. */
export function areThere(
  selectors: readonly Selector[],
  plant: Plant,
  packs: readonly Pack[],
  lawDate: string,
  io: Terminal,
): boolean {
  const known = selectable(plant, bindRules(packs, lawDate));
  const missing = selectors.filter(({ kind, id }) => !known[kind].includes(id));
  for (const { kind, id } of missing) {
    const ids = known[kind];
    const shown = [...ids.slice(0, shownIds), ...(ids.length > shownIds ? ['…'] : [])].join(' ');
    io.fail('running.no-such-id', { kind, id, hint: hint(id, ids), known: shown });
  }
  return missing.length === 0;
}

const shownIds = 20;
