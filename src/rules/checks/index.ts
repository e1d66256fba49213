import type { Check } from '../check.ts';
import { bypassPermitted } from './bypass-permitted/check.ts';
import { controllerIdentity } from './controller-identity/check.ts';
import { controllerInRun } from './controller-in-run/check.ts';
import { documentInDate } from './document-in-date/check.ts';
import { functionReadable } from './function-readable/check.ts';
import { inService } from './in-service/check.ts';
import { requiredFunctionCovered } from './required-function-covered/check.ts';
import { setpointAsApproved } from './setpoint-as-approved/check.ts';
import { solverIndependent } from './solver-independent/check.ts';

/** Every check by name: a new check is one folder and one line here. */
export const checks: ReadonlyMap<string, Check> = new Map(
  [
    bypassPermitted,
    controllerIdentity,
    controllerInRun,
    documentInDate,
    functionReadable,
    inService,
    requiredFunctionCovered,
    setpointAsApproved,
    solverIndependent,
  ].map((check) => [check.name, check]),
);
