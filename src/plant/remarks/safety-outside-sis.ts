import { text } from '../../messages/index.ts';
import { faultAt } from '../plant-fault.ts';
import type { RemarkOn } from './remark.ts';

/**
 * Names that many sites keep for the safety system, declared in the control system. A letter proves nothing: it is a
 * question to the site.
 */
export const safetyOutsideSis: RemarkOn = ({ controllers, points, functions, placeOfPoint, placeOfKey }) => {
  const isControl = (id: string | undefined) => id !== undefined && controllers.all.get(id)?.role === 'bpcs';
  const ofPoints = [...points.all].flatMap(([tag, { controller, mirrorOf, description = '' }]) => {
    const isMirror = mirrorOf !== undefined || controllers.all.get(controller)?.mirrorOf !== undefined;
    if (!isControl(controller) || isMirror || !(looksSafe.test(tag) || says.test(`${tag} ${description}`))) return [];
    return [{ ...faultAt(placeOfPoint(tag), text('remarks.safety-point', { tag, controller })), asks: true }];
  });
  const ofFunctions = [...functions.all].flatMap(([id, { solver = '', name }]) => {
    if (!isControl(solver) || !(/^SIF\b/i.test(id) || says.test(name))) return [];
    return [{ ...faultAt(placeOfKey(['functions', id]), text('remarks.safety-function', { id, solver })), asks: true }];
  });
  return [...ofPoints, ...ofFunctions];
};

/** ISA-5.1 writes Z behind the measured variable for a safety instrument: TZT, PZSHH, XZV; ZSC is a position switch. */
const looksSafe = /^[A-Z]Z[A-Z]*[-_]?\d/iu;
const says = /\b(SIS|ESD|SIF)\b|安全仪表|紧急停车|紧急切断/iu;
