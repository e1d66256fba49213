export const check = {
  'check.bypass-permitted': 'Every bypass and force of a function is off, or has a valid permit.',
  'check.channel-deviation': 'Sister channels agree within the declared deviation.',
  'check.channel-moves': 'A measurement that is declared to move does so.',
  'check.controller-clock': 'The clock of a controller is in step with ours.',
  'check.controller-identity': 'A controller says of itself what the plant file says of it.',
  'check.controller-in-run': 'A controller is in run, by its own word, a run-state point or a heartbeat.',
  'check.document-in-date': 'A passive safeguard has a document that is in date.',
  'check.function-readable': 'Causes and final elements of a function give usable readings.',
  'check.in-service':
    'A function is in service: solver, heartbeat, mode, simulation, channels and bypasses are as they should be.',
  'check.required-function-covered':
    'Every trigger and action of a required function is claimed by a declared function.',
  'check.setpoint-as-approved': 'The trip value in the controller is the approved one.',
  'check.solver-independent': 'A function with a SIL is executed by a safety system of its own.',
  'check.trip-acts': 'On a demand within the window the final elements reach their safe state in time.',
  'check.compare':
    'Compares declared values and readings of the subject by an expression; a value that nobody declared makes it unknown.',
  'check.has-function':
    'The subject has a function that serves the purpose, readable from cause to final element; if asked, executed by a safety system.',
  'check.installations-stated': 'The plant file says which major hazard installations there are, even if none.',
  'check.listed': 'Lists a duty; judges nothing.',
  'check.parameters-acquired':
    'Temperature, pressure, level, flow and composition of an installation each have a readable point, or are said not to exist.',
  'check.parameters-measured': 'Names the monitored parameters that no declared point measures; informs only.',
  'check.process-automated':
    'A unit has automatic control or emergency shutdown; none at all fails, part of it informs.',
  'check.records-kept': 'The records of the points of an installation go back the days asked.',
  'check.stated':
    'A statement of the plant file is as the rule expects and rests on a document or on somebody who saw it; nothing stated is unknown.',
  'check.alarm-acts': 'Once every channel has been beyond the alarm limit for the time allowed, the alarm stands.',
  'check.channel-follows-sisters': 'No channel stands still while its sisters move.',
  'check.effect-has-cause':
    'A final element in its safe state is there for a cause: a demand, a latched trip, a manual trip or a declared sequence.',
  'check.elements-independent':
    'Sensors and final elements of a function with a required SIL are not shared with process control.',
  'check.feedback-agrees':
    'Limit switches do not contradict each other, travel takes no longer than it may, and the element follows the command to its safe state.',
  'check.heartbeat-link':
    'The heartbeat of another system arrives in a controller; where the sender itself stands still, the link is not blamed.',
  'check.latch-holds': 'A latched function that has tripped does not let go while its demand stands.',
  'check.manual-trip': 'An emergency shutdown can be tripped by hand: the button can be read and its line is healthy.',
  'check.proof-test-in-date': 'The proof test is in date, on record, and not older than the last change of the logic.',
  'check.redundancy-kept':
    'The other one of a redundant pair answers too; a stand-by in stop is no fault, one that is gone is.',
  'check.response-in-time': 'Delay and travel as declared fit within the process safety time.',
  'check.setpoint-not-writable':
    'The user of the audit, who only reads, may not write a setpoint, a bypass or a force; only OPC UA says so.',
  'check.setpoint-order':
    'The alarm comes before the trip, the trip is on the safe side of the design limit and inside the range of every instrument.',
  'check.voting-holds':
    'The vote in the solver is the declared one, and permitted bypasses and faulted channels leave enough channels to trip.',
} as const;
