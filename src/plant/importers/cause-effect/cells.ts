/** A cell of the matrix: an intersection, perhaps with a delay or a vote of its own, nothing, or something that nobody can tell. */
export type Mark =
  | { readonly is: 'mark'; readonly delay?: string; readonly vote?: string }
  | { readonly is: 'empty' }
  | { readonly is: 'unclear' };

/** Reads X, ×, ●, √, ✓, ✔ and 1, with `3s`, `(延时2s)`, `T=5s` or `2oo3` beside it. A hollow mark means other things elsewhere: unclear. */
export function markOf(cell: string): Mark {
  const written = cell.trim();
  if (/^(|-+|—+|0)$/u.test(written)) return { is: 'empty' };
  const rest = written.replace(/^(?:[x×✕●■√✓✔]|1(?![\d.]|\s*oo))/iu, '').trim();
  const isMarked = rest !== written;
  const vote = voteOf(rest);
  if (vote !== undefined) return { is: 'mark', vote };
  if (isMarked && rest === '') return { is: 'mark' };
  const delay = isMarked ? delayOf(rest.replace(/^[/,，\s]+/u, '')) : undefined;
  return delay === undefined ? { is: 'unclear' } : { is: 'mark', delay };
}

/** `2oo3`, `2 of 3`, `2/3`, 三取二, 3取2 as `2oo3`; undefined where no such vote is possible. */
export function voteOf(cell: string): string | undefined {
  const digits = cell.replace(
    /[一二两三四]/gu,
    (word) => ({ 一: '1', 二: '2', 两: '2', 三: '3', 四: '4' })[word] ?? word,
  );
  const [, chosenOf, chosen] = /^(\d)\s*[取选]\s*(\d)$/u.exec(digits.trim()) ?? [];
  const [, needed = chosen, of = chosenOf] = /^(\d)\s*(?:oo|of|\/)\s*(\d)$/iu.exec(digits.trim()) ?? [];
  if (needed === undefined || of === undefined) return undefined;
  return Number(needed) >= 1 && Number(needed) <= Number(of) ? `${needed}oo${of}` : undefined;
}

/** `3s`, `3 秒`, `(T=500ms)`, `延时 2s`, `1 min` in the form of a plant file. A number without unit is no delay. */
export function delayOf(cell: string): string | undefined {
  const [, amount, unit = ''] =
    /^[(（]?\s*(?:延时|delay|t\s*=)?\s*(\d+(?:\.\d+)?)\s*(ms|s|sec|min|秒|毫秒|分钟|分)\s*[)）]?$/iu.exec(
      cell.trim(),
    ) ?? [];
  const units: Readonly<Record<string, string>> = { sec: 's', 秒: 's', 毫秒: 'ms', 分钟: 'min', 分: 'min' };
  return amount === undefined ? undefined : `${amount}${units[unit.toLowerCase()] ?? unit.toLowerCase()}`;
}

/** `TZT-101A/B/C`, `P-101A、P-101B`; undefined where a part is no tag. */
export function tagsOf(cell: string): readonly string[] | undefined {
  const parts = cell.split(/[,，、;；\s]+/u).filter((part) => part !== '');
  const tags = parts.flatMap((part) => {
    const [, stem = '', first, others] = /^(.*\d)([A-Z])((?:\/[A-Z])+)$/u.exec(part) ?? [];
    return first === undefined || others === undefined
      ? [part]
      : [first, ...others.slice(1).split('/')].map((each) => stem + each);
  });
  return tags.length > 0 && tags.every((tag) => tagForm.test(tag)) ? tags : undefined;
}

const tagForm = /^[A-Z][A-Z0-9]*[-_]?\d+[A-Z0-9]*(?:[._][A-Z0-9]+)*$/iu;

/** `≥120℃`, `HH 120`, 低低 0.2 MPa: direction and quantity; undefined where the direction or the number is not told. */
export function limitOf(
  cell: string,
  unit: string,
): { readonly direction: 'above' | 'below'; readonly value: string } | undefined {
  const form = /^(≥|>=|>|＞|高高|高|HH|HIHI|H|≤|<=|<|＜|低低|低|LL|LOLO|L)\s*[:：=]?\s*([+-]?\d+(?:\.\d+)?)\s*(.*)$/iu;
  const [, sign, number, own] = form.exec(cell.trim()) ?? [];
  if (sign === undefined || number === undefined) return undefined;
  const direction = /^[≥>＞高H]/iu.test(sign) ? 'above' : 'below';
  return { direction, value: `${number} ${own === undefined || own === '' ? unit : own}`.trim() };
}

const states = [
  ['closed', /关|切断|\bclosed?\b|\bshut\b/iu],
  ['open', /开|\bopen\b/iu],
  ['stopped', /停|\bstop(?:ped)?\b/iu],
  ['running', /启动|运行|\bstart(?:ed)?\b|\brun(?:ning)?\b/iu],
  ['alarm', /报警|\balarm\b/iu],
] as const;

/** The one state that words name; undefined where they name none or several. */
export function stateOf(words: string): (typeof states)[number][0] | undefined {
  const named = states.filter(([, form]) => form.test(words));
  return named.length === 1 ? named[0]?.[0] : undefined;
}
