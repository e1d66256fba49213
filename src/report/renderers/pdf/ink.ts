import { palette, type Tone } from './palette.ts';
import { type Line, scriptScale } from './typeset.ts';

/** How a line of text is set down. */
export interface TextStyle {
  readonly size: number;
  readonly tone?: Tone;
  /** Extra points between characters, to fill the measure. */
  readonly spread?: number;
  /** Not drawn but there for copying and searching: what a drawn sign says. */
  readonly unseen?: boolean;
}

/** PDF operators for one line of text; `y` is the baseline, from the top of the page. */
export function textInk(line: Line, x: number, y: number, style: TextStyle): string {
  const { size, tone = 'ink', spread = 0, unseen = false } = style;
  const before = `${palette[tone]} rg BT ${unseen ? '3 Tr ' : ''}${spread === 0 ? '' : `${points(spread)} Tc `}`;
  const after = `${spread === 0 ? '' : ' 0 Tc'}${unseen ? ' 0 Tr' : ''} ET\n`;
  return `${before}1 0 0 -1 ${points(x)} ${points(y)} Tm ${runsInk(line, size, {})}${after}`;
}

/** What a page was last told of colour and face: a table need not say it again for each of a hundred thousand cells. */
export interface Pen {
  tone?: Tone | undefined;
  /** Face and size, as the operator names them. */
  font?: string | undefined;
}

/** PDF operators for the lines of a cell, one below the other; `xs` are their left ends, `y` the first baseline. */
export function linesInk(
  lines: readonly Line[],
  xs: readonly number[],
  y: number,
  { size, tone = 'ink', leading }: { readonly size: number; readonly tone?: Tone; readonly leading: number },
  pen: Pen,
): string {
  const [first] = lines;
  if (first === undefined) return '';
  let left = xs[0] ?? 0;
  let operators = `${pen.tone === tone ? '' : `${palette[tone]} rg `}BT 1 0 0 -1 ${points(left)} ${points(y)} Tm `;
  pen.tone = tone;
  for (const [index, line] of lines.entries()) {
    const x = xs[index] ?? left;
    if (index > 0) operators += `${points(x - left)} ${points(-leading)} Td `;
    left = x;
    operators += runsInk(line, size, pen);
  }
  return `${operators}ET\n`;
}

/** Runs of one face and one script each; a raised or lowered run changes size and rise. */
function runsInk({ runs }: Line, size: number, pen: Pen): string {
  let operators = '';
  let isRaised = false;
  for (const { face, script, shows } of runs) {
    const font = `/${face} ${points(script === 0 ? size : size * scriptScale)} Tf `;
    if (font !== pen.font) operators += font;
    pen.font = font;
    if (script !== 0) operators += `${points(script > 0 ? size * 0.36 : size * -0.14)} Ts `;
    else if (isRaised) operators += '0 Ts ';
    isRaised = script !== 0;
    operators += shows.startsWith('[') ? `${shows}TJ ` : `${shows}Tj `;
  }
  return isRaised ? `${operators}0 Ts ` : operators;
}

/** PDF operators for a filled rectangle. */
export function fillInk(x: number, y: number, width: number, height: number, tone: Tone): string {
  return `${palette[tone]} rg ${points(x)} ${points(y)} ${points(width)} ${points(height)} re f\n`;
}

/** PDF operators for the outline of a rectangle. */
export function frameInk(x: number, y: number, width: number, height: number, tone: Tone, thickness = 0.6): string {
  return `${palette[tone]} RG ${thickness} w ${points(x)} ${points(y)} ${points(width)} ${points(height)} re S\n`;
}

/** PDF operators for a stroke through several points; `dash` in points, on and off. */
export function strokeInk(
  path: readonly (readonly [number, number])[],
  tone: Tone,
  thickness = 0.5,
  dash?: readonly number[],
): string {
  const [first, ...rest] = path.map(([x, y]) => `${points(x)} ${points(y)}`);
  if (first === undefined) return '';
  const line = `${palette[tone]} RG ${thickness} w ${first} m ${rest.map((to) => `${to} l`).join(' ')} S\n`;
  return dash === undefined ? line : `[${dash.join(' ')}] 0 d ${line}[] 0 d\n`;
}

/** PDF operators for level strokes from left to right, all at once. */
export function strokesInk(left: number, right: number, ys: readonly number[], tone: Tone, thickness = 0.5): string {
  if (ys.length === 0) return '';
  const [from, to] = [points(left), points(right)];
  const lines = ys.map((y) => `${from} ${points(y)} m ${to} ${points(y)} l`);
  return `${palette[tone]} RG ${thickness} w ${lines.join(' ')} S\n`;
}

/** PDF operators for a filled shape through several points. */
export function shapeInk(path: readonly (readonly [number, number])[], tone: Tone): string {
  const [first, ...rest] = path.map(([x, y]) => `${points(x)} ${points(y)}`);
  return first === undefined ? '' : `${palette[tone]} rg ${first} m ${rest.map((to) => `${to} l`).join(' ')} h f\n`;
}

/** PDF operators for slanting lines that fill a rectangle. */
export function hatchInk(x: number, y: number, width: number, height: number, tone: Tone): string {
  const strokes: string[] = [];
  for (let offset = -height; offset < width; offset += 3.2) {
    strokes.push(
      strokeInk(
        [
          [x + offset, y + height],
          [x + offset + height, y],
        ],
        tone,
        1.1,
      ),
    );
  }
  return `q ${points(x)} ${points(y)} ${points(width)} ${points(height)} re W n\n${strokes.join('')}Q\n`;
}

/** Two decimals are a hundredth of a printer's dot; more only make the file larger. */
function points(value: number): string {
  return String(Math.round(value * 100) / 100);
}
