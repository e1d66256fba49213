import type { Face } from './face.ts';
import { palette, type Tone } from './palette.ts';
import { type Line, type Placed, scriptScale } from './typeset.ts';

/** How a line of text is set down. */
export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly tone?: Tone;
  /** Extra points between characters, to fill the measure. */
  readonly spread?: number;
  /** Not drawn but there for copying and searching: what a drawn sign says. */
  readonly unseen?: boolean;
}

/** PDF operators for one line of text; `y` is the baseline, from the top of the page. */
export function textInk(line: Line, x: number, y: number, style: TextStyle): string {
  const { face, size, tone = 'ink', spread = 0, unseen = false } = style;
  const before = `${palette[tone]} rg BT ${unseen ? '3 Tr ' : ''}${spread === 0 ? '' : `${points(spread)} Tc `}`;
  const after = `${spread === 0 ? '' : ' 0 Tc'}${unseen ? ' 0 Tr' : ''} ET\n`;
  return `${before}1 0 0 -1 ${points(x)} ${points(y)} Tm ${runs(line.placed, face.id, size)}${after}`;
}

/** Runs of one script each; a change of script changes size and rise. */
function runs(placed: readonly Placed[], id: string, size: number): string {
  let script: Placed['script'] | undefined;
  let operators = '';
  let open = '';
  const flush = () => {
    if (open !== '') operators += `[${open}] TJ `;
    open = '';
  };
  for (const [index, it] of placed.entries()) {
    if (it.script !== script) {
      flush();
      script = it.script;
      const rise = script === 0 ? 0 : script > 0 ? size * 0.36 : size * -0.14;
      operators += `/${id} ${points(script === 0 ? size : size * scriptScale)} Tf ${points(rise)} Ts `;
    }
    if (index > 0 && it.gap !== 0) open += ` ${-it.gap} `;
    open += `<${it.glyph.hex}>`;
  }
  flush();
  return operators.replaceAll('><', '');
}

/** PDF operators for a filled rectangle. */
export function fillInk(x: number, y: number, width: number, height: number, tone: Tone): string {
  return `${palette[tone]} rg ${points(x)} ${points(y)} ${points(width)} ${points(height)} re f\n`;
}

/** PDF operators for the outline of a rectangle. */
export function frameInk(x: number, y: number, width: number, height: number, tone: Tone, thickness = 0.6): string {
  return `${palette[tone]} RG ${thickness} w ${points(x)} ${points(y)} ${points(width)} ${points(height)} re S\n`;
}

/** PDF operators for a stroke through several points. */
export function strokeInk(path: readonly (readonly [number, number])[], tone: Tone, thickness = 0.5): string {
  const [first, ...rest] = path.map(([x, y]) => `${points(x)} ${points(y)}`);
  if (first === undefined) return '';
  return `${palette[tone]} RG ${thickness} w ${first} m ${rest.map((to) => `${to} l`).join(' ')} S\n`;
}

/** Two decimals are a hundredth of a printer's dot; more only make the file larger. */
function points(value: number): string {
  return String(Math.round(value * 100) / 100);
}
