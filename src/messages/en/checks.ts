import type { checks as zh } from '../zh/checks.ts';

export const checks = {
  'checks.clock-of-server':
    "the clock of the server in front of {controller} differs from ours by {seconds} s; it is not the controller's own",
  'checks.clock-zone':
    'the clock of {controller} differs from ours by {seconds} s, whole {hours} h: look at the time zone first',
  'checks.channel-band-declared': '{tag} between {low} and {high} {unit} (declared fault band)',
  'checks.override-starting': 'operational override {tag} is on; {minutes} min are allowed while the unit starts',
  'checks.override-expected': 'operational override {tag} for no more than {minutes} min',
  'checks.override-too-long': 'operational override {tag} is on ({since}), longer than {minutes} min',
  'checks.override-state-unknown': 'operational override {tag} is on, and whether the unit is starting is not known',
  'checks.override-age-unknown':
    'operational override {tag} is on ({since}); how long before is not known, its limit is {minutes} min',
  'checks.on-since': 'since {at}',
  'checks.on-since-at-least': 'at least since {at}',
  'checks.bypass-active-since': 'bypass {tag} is on, no valid permit ({since})',
  'checks.force-active-since': 'force {tag} is on, no valid permit ({since})',
  'checks.permit-length': 'the permit of {tag} runs for {hours} h',
  'checks.permit-length-expected': 'the permit of {tag} runs for no more than {longest} h',
  'checks.bypass-count': '{count} bypasses and forces on together, no more than {limit}',
  'checks.bypass-count-expected': 'no more than {limit} bypasses and forces on together',
  'checks.bypass-count-exceeded': '{count} bypasses and forces on together: {tags}',
  'checks.not-at-solver': '{tag} is read from {at}, which is not the declared logic solver {solver}',
  'checks.demand-held-back':
    'the channels were bypassed or the output forced when the demand came; the action is not judged',
  'checks.no-allowed-time': 'a demand was seen, but no time is declared for {element}',
  'checks.sampling-too-slow':
    '{element} was seen in its safe state after the demand, but sampling cannot tell whether within {seconds} s',
  'checks.stays-expected': '{element} stays in its safe state while the demand stands',
  'checks.left-safe-state': '{element} left its safe state while the demand stood',
  'checks.demand-unclear': 'a demand may have come, but a bypass, a force, a fault bit or a dead band leaves it open',
} satisfies Record<keyof typeof zh, string>;
