import { type Text, text } from '../../messages/index.ts';
import type { Plant } from '../../plant/index.ts';
import type { DemandFacts, Episode, SeenInitiator, SeenVote } from './demand-facts.ts';
import { isBefore, type Span } from './span.ts';

/** One thing that happened while a function was watched. */
export interface WatchedEvent {
  readonly when: Span;
  readonly says: Text;
  /** Certainly after the event that stands before it; false where both lie within one sampling interval. */
  readonly isAfter: boolean;
  readonly kind: 'vote' | 'demand' | 'command' | 'movement' | 'arrival' | 'loss';
}

/** Everything that happened, in the order in which it was seen. */
export function eventsOf(facts: DemandFacts, plant: Plant): readonly WatchedEvent[] {
  const happened = [...facts.episodes.flatMap((episode) => ofEpisode(episode, facts, plant)), ...losses(facts)];
  const known = new Map(happened.map((event) => [JSON.stringify(event), event]));
  const ordered = [...known.values()].sort((a, b) => a.when.byMs - b.when.byMs || a.when.afterMs - b.when.afterMs);
  return ordered.map((event, index) => {
    const before = ordered[index - 1];
    return { ...event, isAfter: before === undefined || isBefore(before.when, event.when) };
  });
}

type Happened = Omit<WatchedEvent, 'isAfter'>;

function ofEpisode(episode: Episode, { function: id }: DemandFacts, plant: Plant): readonly Happened[] {
  const seen = (when: Span | undefined, kind: Happened['kind'], says: Text): readonly Happened[] =>
    when === undefined ? [] : [{ when, kind, says }];
  const votes = [...episode.initiators, ...episode.loneVotes].flatMap((initiator) =>
    initiator.of === id ? initiator.votes : [],
  );
  return [
    ...votes.flatMap((vote) => seen(vote.since, 'vote', text('watch.event-vote', wordsOf(vote, plant)))),
    ...episode.initiators.flatMap((it) => seen(it.demanded, 'demand', demandText(it, id))),
    ...episode.effects.flatMap(({ element, to, commanded, left, arrived, returned }) => [
      ...(to === 'alarm' ? [] : seen(commanded, 'command', text('watch.event-command', { element }))),
      ...seen(left, 'movement', text('watch.event-left', { element })),
      ...seen(arrived, 'arrival', text(`watch.event-${to}`, { element })),
      ...seen(returned, 'movement', text('watch.event-returned', { element })),
    ]),
  ];
}

function demandText({ of, tags, needed }: SeenInitiator, id: string): Text {
  const cause = tags.join(' ');
  if (of !== id) return text('watch.event-other', { cause, function: of });
  return tags.length === 1
    ? text('watch.event-demand', { cause })
    : text('watch.event-voted', { cause, vote: `${needed}oo${tags.length}` });
}

function wordsOf({ tag, value }: SeenVote, plant: Plant): Readonly<Record<string, string>> {
  const unit = plant.points.get(tag)?.unit;
  const shown = typeof value === 'number' ? String(Number(value.toPrecision(6))) : value;
  return { tag, value: unit === undefined ? shown : `${shown} ${unit}` };
}

/** A controller that falls silent takes all its points along: that is said once. */
function losses({ lost }: DemandFacts): readonly Happened[] {
  const groups = new Map<string, { readonly when: Span; readonly why: Text; readonly tags: string[] }>();
  for (const { tag, afterMs, byMs, why } of lost) {
    if (afterMs === undefined) continue;
    const key = `${afterMs} ${byMs} ${why.key}`;
    const group = groups.get(key) ?? { when: { afterMs, byMs: byMs ?? Number.MAX_SAFE_INTEGER }, why, tags: [] };
    group.tags.push(tag);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ when, why, tags }) => ({
    when,
    kind: 'loss',
    says: text('watch.event-lost', { tag: tags[0] ?? '', count: tags.length, why }),
  }));
}
