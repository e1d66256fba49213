export const sign = {
  'sign.verb': 'add a visible electronic signature to a report, with a PKCS#12 certificate',
  'sign.argument-pdf': 'the report.pdf to sign',
  'sign.option-p12': 'file with private key and certificate (.p12 or .pfx)',
  'sign.option-password-file': 'file with the password on its first line; or set TRIPLINE_P12_PASSWORD',
  'sign.option-role': 'in which capacity, such as "inspector" or "inspection firm"',
  'sign.option-out': 'where to write; by default the file itself, to which bytes are only appended',
  'sign.claimed-at': 'Signed (own clock) {at}',
  'sign.serial': 'Certificate no. ends {serial}',
  'sign.reason': '{role} confirms this report',
  'sign.done': '{file}: signed by {holder}, {count} signature(s) now.',
  'sign.certificate': 'Certificate valid {from} to {to}, SHA-256 {fingerprint}',
  'sign.refused':
    '{file}: signature {field} in it does not hold, or bytes were appended behind the last one; not signed. See tripline verify.',
  'sign.no-password': 'No password: set TRIPLINE_P12_PASSWORD, give --password-file, or run on a terminal to be asked',
  'sign.ask-password': 'Password of the certificate',
  'sign.unreadable': '{file} cannot be used: {message}',
  'sign.unusable-no-p12': '{file} is no PKCS#12 file (.p12 or .pfx)',
  'sign.unusable-wrong-password': 'wrong password for {file}',
  'sign.unusable-no-key': '{file} holds no private key',
  'sign.unusable-no-certificate': '{file} holds no certificate that belongs to its private key',
  'sign.unusable-kind-of-key':
    '{file}: this kind of key is not supported; RSA or EC on a NIST curve is needed (SM2 is not supported yet)',
} as const;
