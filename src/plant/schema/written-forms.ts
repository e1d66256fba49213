import { z } from 'zod';
import { text } from '../../messages/index.ts';
import { refuse } from './refuse.ts';

// Every value of the plant file arrives as the text that stands there (YAML failsafe schema): 00001 stays an address
// and 1.10 a version. The forms below are the only places where text becomes something else.

/** Text that is not empty. */
export const words = z.string().min(1);

/** One or more texts. */
export const manyWords = z.array(words).min(1);

/** A word that rules ask for, e.g. `gas-holder`. */
export const topic = words.transform((written, context) =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(written) ? written : refuse(context, text('declared.topic-form', { written })),
);

/** Any number of such words; an empty list says that there is none. */
export const topics = z.array(topic);

/** A decimal number. */
export const decimal = words.transform((written, context) =>
  numberForm.test(written) ? Number(written) : refuse(context, text('plant.number-form', { written })),
);

/** A whole number from 1. */
export const count = words.transform((written, context) =>
  /^[1-9]\d{0,5}$/.test(written) ? Number(written) : refuse(context, text('plant.count-form', { written })),
);

/** `true` or `false`. */
export const truth = z.enum(['true', 'false']).transform((written) => written === 'true');

/** `3s`, `200ms`, `5 min`, `1 h`, `30 d` in ms. */
export const duration = words.transform((written, context) => {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?) ?(ms|s|min|h|d)$/.exec(written) ?? [];
  const factor = unitMs[unit];
  if (amount === undefined || factor === undefined) return refuse(context, text('plant.duration-form', { written }));
  return Number(amount) * factor;
});

/** `12 months`, `1 year`, `12 个月`, `1 年` in months. */
export const months = words.transform((written, context) => {
  const [, amount, unit = ''] = /^(\d{1,3}) ?(months?|years?|个月|年)$/.exec(written) ?? [];
  if (amount === undefined || Number(amount) === 0) return refuse(context, text('plant.months-form', { written }));
  return Number(amount) * (/^(year|年)/.test(unit) ? 12 : 1);
});

/** `120 ℃`, `0.35 MPa(g)`, `30 %`: a number and its unit, kept as written; without a unit the unit is empty. */
export const quantity = words.transform((written, context) => {
  const [, value = '', unit = ''] = /^([+-]?[\d.]+(?:[eE][+-]?\d+)?)\s*(.*)$/u.exec(written) ?? [];
  if (!numberForm.test(value)) return refuse(context, text('plant.quantity-form', { written }));
  return { value: Number(value), unit: unit.trim() };
});

/** `2oo3`. Whether such a vote is possible is judged beside its channels. */
export const vote = words.transform((written, context) => {
  const [, needed, of] = /^(\d{1,3})oo(\d{1,3})$/i.exec(written) ?? [];
  if (needed === undefined || of === undefined) return refuse(context, text('plant.vote-form', { written }));
  return { needed: Number(needed), of: Number(of) };
});

/** `2016-05-01`, a day that exists. */
export const calendarDate = words.transform((written, context) =>
  /^\d{4}-\d\d-\d\d$/.test(written) && exists(`${written}T00:00:00Z`)
    ? written
    : refuse(context, text('plant.date-form', { written })),
);

/** `2018-02-01T08:00`, a local time of the plant in ms since 1970. Asia/Shanghai has been +08:00 without summer time since 1992. */
export const localTime = words.transform((written, context) => {
  const [, day, minute, second = ':00'] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?$/.exec(written) ?? [];
  const asIfUtc = `${day}T${minute}${second}Z`;
  if (!exists(asIfUtc)) return refuse(context, text('plant.time-form', { written }));
  return Date.parse(asIfUtc) - chinaOffsetMs;
});

const numberForm = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?$/;
const chinaOffsetMs = 8 * 3_600_000;
const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** The 30th of February parses, as the 1st or 2nd of March: a day that exists comes back as it was written. */
function exists(utc: string): boolean {
  const parsed = new Date(utc);
  return !Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(utc.slice(0, -1));
}
