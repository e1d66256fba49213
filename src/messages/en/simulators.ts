import type { simulators as zh } from '../zh/simulators.ts';

export const simulators = {
  'simulators.scenario-unreadable': 'the scenario file is missing or cannot be read',
  'simulators.scenario-yaml': 'no valid YAML: {message}',
  'simulators.scenario-pack': 'no pack: there is no pack.yaml in {folder}',
  'simulators.scenario-form': '{message}',
  'simulators.unknown-fault': 'there is no such fault; there are: {known}',
  'simulators.no-such-tag': 'the plant has no tag {tag}',
  'simulators.no-such-controller': 'there is no controller {controller}; declared are: {known}',
  'simulators.no-such-element': 'there is no final element {element}; the simulated unit has: {known}',
  'simulators.no-such-demand': 'the simulated unit has no demand {demand}; it has: {known}',
  'simulators.not-redundant': '{controller} has one endpoint only, so there is no stand-by',
  'simulators.wrong-role': '{fault} does not fit {tag}: its role is {role}, expected {expected}',
  'simulators.no-channel': '{fault} does not fit {tag}: it is no analog channel',
  'simulators.no-float': '{tag} is {type} and cannot be NaN',
  'simulators.no-stop-sequence': 'this simulated plant has no stop sequence',
  'simulators.no-quality':
    '{tag} belongs to {controller}, which is not read by OPC UA and gives neither quality nor access rights',
  'simulators.no-permit': 'there is no permit for {tag}',
  'simulators.differs': '{what}: expected {expected}, was {actual}',
  'simulators.outcome-missing': 'expected {rule}@{subject} to be {result}, but it is not there',
  'simulators.outcome-unexpected': 'did not expect {rule}@{subject} to be {result}',
} satisfies Record<keyof typeof zh, string>;
