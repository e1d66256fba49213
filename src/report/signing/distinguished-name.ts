import type { X509Certificate } from 'node:crypto';

/** One attribute of a certificate's subject or issuer, such as CN or O; undefined where it has none. */
export function nameIn(distinguishedName: string, attribute: string): string | undefined {
  const line = distinguishedName.split('\n').find((each) => each.startsWith(`${attribute}=`));
  // Node writes special characters of a value with a backslash.
  return line?.slice(attribute.length + 1).replace(/\\([\\,+"<>;=# ])/g, '$1');
}

/** How a person or firm is called in its certificate: the common name, else the organisation. */
export function holderOf(certificate: X509Certificate): string {
  return (
    nameIn(certificate.subject, 'CN') ?? nameIn(certificate.subject, 'O') ?? certificate.subject.replace(/\n/g, ', ')
  );
}
