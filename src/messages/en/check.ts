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
} as const;
