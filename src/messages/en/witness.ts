export const witness = {
  'witness.option':
    'have a second implementation read trip setpoints, bypasses and final elements again after we have disconnected (a SIS only with allow_witness: true)',
  'witness.no-implementation': 'there is no second implementation of {protocol} to confirm it',
  'witness.no-type': 'the witness {implementation} does not know the type {type}',
  'witness.broke-off': 'the witness {implementation} broke off: {said}',
  'witness.unreadable': 'the witness {implementation} could not read it: {said}',
  'witness.ended-by-deadline': 'the witness {implementation} took too long and was ended',
  'witness.ended-by-operator': 'the operator stopped the run before the witness {implementation} was done',
  'witness.not-allowed': 'the controller {controller} is a SIS and the plant file does not say allow_witness: true',
  'witness.not-read': 'there is no usable reading of our own to compare with',
  'witness.not-steady': 'the readings of the last two rounds differ, so there is nothing to compare',
  'witness.disagree': 'two implementations disagree: ours {ours}, witness {theirs}',
} as const;
