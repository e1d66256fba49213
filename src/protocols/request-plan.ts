import { fileRequests } from './file/request-plan.ts';
import { modbusRequests } from './modbus/request-plan.ts';
import { opcuaRequests } from './opcua/request-plan.ts';
import type { RequestPlanner } from './planned-request.ts';
import { s7Requests } from './s7/request-plan.ts';
import type { Protocol, Target } from './target.ts';

const planners: Readonly<Record<Protocol, RequestPlanner>> = {
  file: fileRequests,
  modbus: modbusRequests,
  'modbus-rtu': modbusRequests,
  opcua: opcuaRequests,
  s7: s7Requests,
};

/** What the protocol of a target would send. Pure, loads no protocol stack. */
export function requestPlannerFor(target: Target): RequestPlanner {
  return planners[target.endpoints[0].protocol];
}
