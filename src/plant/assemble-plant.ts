import { isAbsolute, join } from 'node:path';
import { parseAddress } from '../protocols/index.ts';
import type { Draft, DraftController, DraftPoint, DraftUnit } from './draft.ts';
import { parseState } from './parse-state.ts';
import type { Controller, Plant, Point, UnitState } from './plant.ts';
import { declared } from './schema/declared.ts';
import type { StateExpression } from './state-expression.ts';

/** Makes the plant of a draft in which the lint found nothing; a fault that is left throws, since it is the lint's. */
export function assemblePlant(draft: Draft, sources: Plant['sources']): Plant {
  const { enterprise } = draft;
  if (enterprise === undefined) throw new Error('a draft without an enterprise has passed the lint');
  const expression = (written: string): StateExpression => {
    const parsed = parseState(written, (tag) => draft.points.all.get(tag));
    if (!parsed.ok) throw new Error(`the state expression ${written} has passed the lint`);
    return parsed.value;
  };
  const batch = (written: string | undefined) => (written === undefined ? undefined : expression(written));
  return {
    enterprise,
    units: list(draft.units.all, ({ state, ...unit }, id) => ({
      id,
      ...unit,
      ...(state === undefined ? {} : { state: stateOf(state, expression) }),
    })),
    hazardInstallations: list(draft.hazardInstallations.all, (each, id) => ({ id, ...each })),
    ...(draft.isWritten(['hazard_installations']) ? { hazardInstallationsStated: true as const } : {}),
    controllers: list(draft.controllers.all, (each, id) => controllerOf(each, id, draft.folder)),
    points: new Map(list(draft.points.all, (each, tag) => [tag, pointOf(each, tag, draft)] as const)),
    functions: list(draft.functions.all, ({ activeWhen, ...each }, id) => {
      const { line, column } = draft.placeOfKey(['functions', id]);
      const declaredAt = declared({ file: sources[0]?.file ?? '', line, column });
      return { id, ...each, ...declared({ activeWhen: batch(activeWhen) }), declaredAt };
    }),
    sequences: list(draft.sequences.all, ({ activeWhen, ...each }, id) => {
      return { id, ...each, ...declared({ activeWhen: batch(activeWhen) }) };
    }),
    documents: new Map(list(draft.documents.all, (each, id) => [id, { id, ...each }] as const)),
    permits: [...draft.permits.values()],
    deviations: [...draft.deviations.values()],
    ...(draft.declarations.size === 0 ? {} : { declarations: [...draft.declarations.values()] }),
    ...(draft.gasDetectors.all.size === 0
      ? {}
      : { gasDetectors: list(draft.gasDetectors.all, (each, tag) => ({ tag, ...each })) }),
    sources,
  };
}

function list<T, R>(all: ReadonlyMap<string, T>, of: (each: T, id: string) => R): readonly R[] {
  return [...all].map(([id, each]) => of(each, id));
}

function stateOf(state: NonNullable<DraftUnit['state']>, expression: (written: string) => StateExpression): UnitState {
  if (state.by === 'declaration') return state;
  const { by, running, starting } = state;
  return {
    by,
    running: expression(running),
    ...(starting === undefined ? {} : { starting: expression(starting) }),
  };
}

/** The files of a log-in stand beside the plant file, not where the tool happens to be started. */
function controllerOf({ security, ...each }: DraftController, id: string, folder: string): Controller {
  const user = security?.user;
  if (security === undefined || user === undefined || 'env' in user || 'prompt' in user)
    return { id, ...each, ...declared({ security }) };
  const at = (file: string) => (isAbsolute(file) ? file : join(folder, file));
  const placed = 'file' in user ? { file: at(user.file) } : { certificate: at(user.certificate), key: at(user.key) };
  return { id, ...each, security: { ...security, user: placed } };
}

function pointOf(point: DraftPoint, tag: string, draft: Draft): Point {
  const protocol = draft.controllers.all.get(point.controller)?.endpoints[0].protocol;
  const parsed = protocol === undefined ? undefined : parseAddress(protocol, point.written, point.type);
  if (parsed?.ok !== true) throw new Error(`the address of ${tag} has passed the lint`);
  const address = parsed.value;
  const length = point.length ?? (address.protocol === 's7' ? address.length : undefined);
  return { tag, ...point, address, ...declared({ length }) };
}
