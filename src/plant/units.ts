import Qty from 'js-quantities';
import type { Quantity } from './quantity.ts';

/** A written unit, understood: two units are comparable when kind and reference agree. */
interface Understood {
  /** One spelling for all ways of writing the same unit. */
  readonly spelling: string;
  /** Whether a pressure counts from the atmosphere or from vacuum; `unstated` where the site does not say. */
  readonly reference: 'gauge' | 'absolute' | 'unstated';
  /** One of this unit for the library; undefined for a unit of its own kind, comparable only with the same spelling. */
  readonly one: Qty | undefined;
}

/** What the site writes and the library spells otherwise. Spelling only: every factor is the library's. */
const spellings: Readonly<Record<string, string>> = {
  度: 'tempC',
  摄氏度: 'tempC',
  '°C': 'tempC',
  degC: 'tempC',
  '°F': 'tempF',
  degF: 'tempF',
  K: 'tempK',
  'r/min': 'rpm',
  RPM: 'rpm',
  '转/分': 'rpm',
  KPa: 'kPa',
  Kpa: 'kPa',
  Mpa: 'MPa',
  PSI: 'psi',
};

/**
 * Units that the library would misread: pH as picohenry, ton as the short ton, dB as a bare number; a volume at normal
 * or standard conditions is not a volume, and a % of something (LEL, RH, VOL) is not a %.
 */
const ofTheirOwnKind = /^(?:ph|ton|db)$|[ns]m\^?3|[ns]l\/|%\s*\p{L}|^[\d+-]/iu;

const pressureWithReference =
  /^(?<base>.*(?:[Pp]a|bar|psi|PSI|atm))[.·]?\(?(?<reference>[gGaA]|abs|gauge|表压?|绝压?)\)?$/u;

const understoodUnits = new Map<string, Understood>();

/** True when values in the two units may be compared: same kind of quantity, and both gauge, both absolute or both unstated. */
export function sameKind(a: string, b: string): boolean {
  return comparable(understand(a), understand(b));
}

/** The quantity in another unit; undefined where the two cannot be compared (another kind; gauge against absolute). */
export function convert(quantity: Quantity, toUnit: string): Quantity | undefined {
  const from = understand(quantity.unit);
  const to = understand(toUnit);
  if (!comparable(from, to)) return undefined;
  if (from.spelling === to.spelling || from.one === undefined) return { value: quantity.value, unit: toUnit };
  const { scalar } = Qty(quantity.value, from.spelling).to(to.spelling);
  // The conversion's own binary noise (350.00000000000006) must not push a value over a limit.
  return { value: Number(scalar.toPrecision(12)), unit: toUnit };
}

function comparable(a: Understood, b: Understood): boolean {
  if (a.reference !== b.reference) return false;
  if (a.spelling === b.spelling) return true;
  return a.one !== undefined && b.one !== undefined && a.one.isCompatible(b.one);
}

function understand(written: string): Understood {
  const known = understoodUnits.get(written);
  if (known !== undefined) return known;
  const understood = understandAnew(written);
  understoodUnits.set(written, understood);
  return understood;
}

function understandAnew(written: string): Understood {
  // Compatibility forms: ℃ is °C, ㎥ is m3, full-width brackets and percent signs are the plain ones.
  const plain = written.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (ofTheirOwnKind.test(plain)) {
    return { spelling: plain.replace(/\s/g, '').toUpperCase(), reference: 'unstated', one: undefined };
  }
  const { base = plain, reference = '' } = pressureWithReference.exec(plain)?.groups ?? {};
  const spelling = spellings[base] ?? base.replace('°', 'deg');
  return { spelling, reference: referenceOf(reference), one: oneOf(spelling) };
}

function referenceOf(written: string): Understood['reference'] {
  if (written === '') return 'unstated';
  return /^[gG表]/u.test(written) ? 'gauge' : 'absolute';
}

function oneOf(spelling: string): Qty | undefined {
  if (spelling === '') return undefined;
  try {
    const one = Qty(1, spelling);
    return one.isCompatible(one) ? one : undefined;
  } catch {
    return undefined;
  }
}
