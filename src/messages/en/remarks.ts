import type { remarks as zh } from '../zh/remarks.ts';

export const remarks = {
  'remarks.head': 'worth a look (no fault of the plant file):',
  'remarks.ask': 'ask on site: {because}',
  'remarks.alarm-after-trip': 'the alarm value {alarm} does not come before the trip value {trip}',
  'remarks.shared-transmitter':
    '{tag} ({controller}) and {other} look like one transmitter; do both systems share it? If it is a mirror, write via: mirror(…)',
  'remarks.safety-point': '{tag} is named like a point of a safety system and stands in {controller}; is that so?',
  'remarks.safety-function': '{id} looks like a safety instrumented function and is executed by {solver}; is that so?',
  'remarks.limits-order': '{first} ({a}) should be below {second} ({b})',
  'remarks.limit-beyond-range': '{limit} ({value}) is beyond the range {low} to {high}',
} satisfies Record<keyof typeof zh, string>;
