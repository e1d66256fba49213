import type { z } from 'zod';
import { type Text, text } from '../messages/index.ts';

/** What a schema says of a file that a person wrote, as a sentence. */
export function faultOfIssue(issue: z.core.$ZodIssue): Text {
  switch (issue.code) {
    case 'unrecognized_keys':
      return text('pack-fault.unknown-key', { key: issue.keys.join(', ') });
    case 'invalid_type':
      return issue.input === undefined
        ? text('pack-fault.missing', { key: String(issue.path.at(-1) ?? '') })
        : expected(issue.expected);
    case 'invalid_value':
      return text('pack-fault.one-of', { values: issue.values.map(String).join(', ') });
    case 'invalid_format':
      return issue.pattern === undefined
        ? text('pack-fault.no-form')
        : text('pack-fault.pattern', { pattern: issue.pattern });
    case 'too_small':
      return text('pack-fault.too-small');
    case 'too_big':
      return text('pack-fault.too-big');
    case 'custom': {
      const because: Text | undefined = issue.params?.['because'];
      return because ?? text('pack-fault.as-said', { message: issue.message });
    }
    default:
      return text('pack-fault.no-form');
  }
}

function expected(type: string): Text {
  switch (type) {
    case 'string':
    case 'number':
    case 'int':
    case 'boolean':
    case 'array':
      return text(`pack-fault.expected-${type}`);
    case 'object':
    case 'record':
      return text('pack-fault.expected-map');
    default:
      return text('pack-fault.expected-other', { type });
  }
}
