import type { Check } from '../check.ts';
import { alarmActs } from './alarm-acts/check.ts';
import { bypassPermitted } from './bypass-permitted/check.ts';
import { channelDeviation } from './channel-deviation/check.ts';
import { channelFollowsSisters } from './channel-follows-sisters/check.ts';
import { channelMoves } from './channel-moves/check.ts';
import { compare } from './compare/check.ts';
import { controllerClock } from './controller-clock/check.ts';
import { controllerIdentity } from './controller-identity/check.ts';
import { controllerInRun } from './controller-in-run/check.ts';
import { documentInDate } from './document-in-date/check.ts';
import { effectHasCause } from './effect-has-cause/check.ts';
import { elementsIndependent } from './elements-independent/check.ts';
import { feedbackAgrees } from './feedback-agrees/check.ts';
import { functionReadable } from './function-readable/check.ts';
import { hasFunction } from './has-function/check.ts';
import { heartbeatLink } from './heartbeat-link/check.ts';
import { inService } from './in-service/check.ts';
import { installationsStated } from './installations-stated/check.ts';
import { latchHolds } from './latch-holds/check.ts';
import { listed } from './listed/check.ts';
import { manualTrip } from './manual-trip/check.ts';
import { parametersAcquired } from './parameters-acquired/check.ts';
import { parametersMeasured } from './parameters-measured/check.ts';
import { processAutomated } from './process-automated/check.ts';
import { processScopeCheck } from './process-scope/check.ts';
import { proofTestInDate } from './proof-test-in-date/check.ts';
import { recordsKept } from './records-kept/check.ts';
import { redundancyKept } from './redundancy-kept/check.ts';
import { requiredFunctionCovered } from './required-function-covered/check.ts';
import { responseInTime } from './response-in-time/check.ts';
import { setpointAsApproved } from './setpoint-as-approved/check.ts';
import { setpointNotWritable } from './setpoint-not-writable/check.ts';
import { setpointOrder } from './setpoint-order/check.ts';
import { solverIndependent } from './solver-independent/check.ts';
import { stated } from './stated/check.ts';
import { tripActs } from './trip-acts/check.ts';
import { votingHolds } from './voting-holds/check.ts';

export { rolesOf } from './compare/operands.ts';

/** Every check by name: a new check is one folder and one line here. */
export const checks: ReadonlyMap<string, Check> = new Map(
  [
    bypassPermitted,
    channelDeviation,
    channelMoves,
    controllerClock,
    controllerIdentity,
    controllerInRun,
    documentInDate,
    functionReadable,
    inService,
    requiredFunctionCovered,
    setpointAsApproved,
    solverIndependent,
    tripActs,
    compare,
    hasFunction,
    processScopeCheck,
    installationsStated,
    listed,
    parametersAcquired,
    parametersMeasured,
    processAutomated,
    recordsKept,
    stated,
    alarmActs,
    channelFollowsSisters,
    effectHasCause,
    elementsIndependent,
    feedbackAgrees,
    heartbeatLink,
    latchHolds,
    manualTrip,
    proofTestInDate,
    redundancyKept,
    responseInTime,
    setpointNotWritable,
    setpointOrder,
    votingHolds,
  ].map((check) => [check.name, check]),
);
