import { text } from '../../messages/index.ts';
import { type Draft, mayBeDeclared, type Section } from '../draft.ts';
import { hint } from '../nearest.ts';
import { faultAt, type Place } from '../plant-fault.ts';
import type { Path } from '../written-file.ts';
import { pointsOf } from './function-points.ts';
import type { Lint } from './lint.ts';

type Kind = 'unit' | 'controller' | 'point' | 'function' | 'document';

interface Reference {
  readonly kind: Kind;
  readonly id: string;
  readonly placeOf: () => Place;
}

/** Whatever is named is declared somewhere. */
export const references: Lint = (draft) => {
  const sections: Readonly<Record<Kind, Section<unknown>>> = {
    unit: draft.units,
    controller: draft.controllers,
    point: draft.points,
    function: draft.functions,
    document: draft.documents,
  };
  return referencesOf(draft)
    .filter(({ kind, id }) => !mayBeDeclared(sections[kind], id))
    .map(({ kind, id, placeOf }) => {
      const { all, faulty } = sections[kind];
      // The nearest tag is most often another instrument of the same loop: naming it would tempt.
      const near = kind === 'point' ? '' : hint(id, [...all.keys(), ...faulty]);
      return faultAt(placeOf(), text(`plant.unknown-${kind}`, { id, hint: near }));
    });
};

function referencesOf(draft: Draft): readonly Reference[] {
  const found: Reference[] = [];
  const add = (kind: Kind, id: string | undefined, ...path: Path) => {
    if (id !== undefined) found.push({ kind, id, placeOf: () => draft.placeOf(path) });
  };
  for (const [id, { scale }] of draft.units.all) add('document', scale?.document, 'units', id, 'scale', 'document');
  for (const [id, { monitors }] of draft.units.all) {
    for (const [parameter, tags] of Object.entries(monitors ?? {}))
      for (const [i, tag] of tags.entries()) add('point', tag, 'units', id, 'monitors', parameter, i);
  }
  for (const [id, { units, assessment, measurements }] of draft.hazardInstallations.all) {
    for (const [i, unit] of units.entries()) add('unit', unit, 'hazard_installations', id, 'units', i);
    add('document', assessment, 'hazard_installations', id, 'assessment');
    for (const [quantity, measured] of Object.entries(measurements ?? {})) {
      if (!('points' in measured)) continue;
      for (const [i, tag] of measured.points.entries())
        add('point', tag, 'hazard_installations', id, 'measurements', quantity, i);
    }
  }
  for (const [tag, { unit, level1, level2 }] of draft.gasDetectors.all) {
    found.push({ kind: 'point', id: tag, placeOf: () => draft.placeOfKey(['gas_detection', tag]) });
    add('unit', unit, 'gas_detection', tag, 'unit');
    add('point', level1, 'gas_detection', tag, 'level1');
    add('point', level2, 'gas_detection', tag, 'level2');
  }
  for (const [i, { document }] of draft.declarations) add('document', document, 'declarations', i, 'document');
  for (const [id, { mirrorOf }] of draft.controllers.all) add('controller', mirrorOf, 'controllers', id, 'via');
  for (const [tag, { controller, mirrorOf, heartbeatOf }] of draft.points.all) {
    found.push({ kind: 'controller', id: controller, placeOf: () => draft.placeOfPoint(tag, 'controller') });
    if (mirrorOf !== undefined)
      found.push({ kind: 'controller', id: mirrorOf, placeOf: () => draft.placeOfPoint(tag, 'via') });
    if (heartbeatOf !== undefined)
      found.push({ kind: 'controller', id: heartbeatOf, placeOf: () => draft.placeOfPoint(tag, 'heartbeat_of') });
  }
  for (const [id, it] of draft.functions.all) {
    add('unit', it.unit, 'functions', id, 'unit');
    add('controller', it.solver, 'functions', id, 'solver');
    add('document', it.document, 'functions', id, 'document');
    add('document', it.proofTest?.record, 'functions', id, 'proof_test', 'record');
    for (const [i, { trip }] of it.causes.entries()) {
      add('document', trip?.approved?.document, 'functions', id, 'when', i, 'trip', 'approved', 'document');
    }
    for (const { tag, path } of pointsOf(it)) add('point', tag, 'functions', id, ...path);
  }
  for (const [id, { unit }] of draft.sequences.all) add('unit', unit, 'sequences', id, 'unit');
  for (const [i, { bypass, document }] of draft.permits) {
    add('point', bypass, 'permits', i, 'bypass');
    add('document', document, 'permits', i, 'document');
  }
  for (const [i, { of, document }] of draft.deviations) {
    if ('function' in of) add('function', of.function, 'deviations', i, 'function');
    else add('unit', of.unit, 'deviations', i, 'unit');
    add('document', document, 'deviations', i, 'document');
  }
  return found;
}
