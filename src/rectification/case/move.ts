import { z } from 'zod';
import { calendarDate } from '../../rules/index.ts';
import { arrangementItems, escalationSteps, verdicts } from './stage.ts';

const words = z.string().trim().min(1).max(2000);
/** In both languages, as it was said on the day. */
const sentence = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).readonly();
const move = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ move: z.literal(kind), ...shape }).readonly();

/** Which audit something rests on; `head` is the SHA-256 at the head of its chain. */
export const citationSchema = z
  .strictObject({ id: z.string().min(1), head: z.string().regex(/^[0-9a-f]{64}$/), observationDate: calendarDate })
  .readonly();
export type Citation = z.infer<typeof citationSchema>;

/** Everything that can be done to a case after it was opened. */
export const moveSchema = z.discriminatedUnion('move', [
  move('register', {}),
  /** A person grades: by 令16 before the criteria existed, or where the facts only border on them. */
  move('grade', { grade: z.enum(['general', 'major']), reason: words }),
  /** What the enterprise says to the finding. */
  move('statement', { objects: z.boolean(), says: words }),
  /** An inspector's other view; the machine's result stays beside it. */
  move('override', { says: z.enum(['pass', 'fail', 'notapplicable']), reason: words }),
  /** 现场处理措施, a proposal for the time until the repair. */
  move('measures', { measures: words }),
  /** 挂牌督办, as the authority has decided it. */
  move('supervise', { level: words }),
  /** 责令限期整改. `proposed` is what the tool had proposed; another date needs a reason. */
  move('order', { until: calendarDate, proposed: calendarDate.optional(), reason: words.optional() }),
  move('arrange', { item: z.enum(arrangementItems), says: words, readyOn: calendarDate.optional() }),
  move('request-extension', { until: calendarDate, reason: words }),
  move('decide-extension', { granted: z.boolean(), until: calendarDate.optional(), reason: words }),
  move('request-recheck', {}),
  /** The machine has read again; this moves nothing until a person confirms. */
  move('read-again', { audit: citationSchema, verdict: z.enum(verdicts) }),
  /** A person confirms the newest reading, or comes to another verdict for a reason. */
  move('confirm', { verdict: z.enum(verdicts), machine: z.enum(verdicts), reason: words.optional() }),
  move('propose', { step: z.enum(escalationSteps), basis: z.array(sentence), preconditions: z.array(sentence) }),
  /** What the authority decided on a proposal; written down from its document. */
  move('decision', { step: z.enum(escalationSteps), imposed: z.boolean(), says: words }),
  move('close', { says: words.optional() }),
]);
export type Move = z.infer<typeof moveSchema>;
export type MoveKind = Move['move'];

/** One move of one case: when, by whom, and on which document and evidence. */
export const movedSchema = z
  .strictObject({
    case: z.string().min(1),
    /** The day of the act, in the plant's zone. */
    date: calendarDate,
    by: z.string().trim().min(1).max(100),
    document: words.optional(),
    evidence: z.array(words).optional(),
    move: moveSchema,
    /** When it was written down, local time. */
    recordedAt: z.string().min(19),
  })
  .readonly();
export type Moved = z.infer<typeof movedSchema>;
