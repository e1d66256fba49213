import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Key files made by another program, with Chinese names in the certificate. */
export interface KeyFiles {
  readonly password: string;
  readonly rsa: Uint8Array;
  readonly ec: Uint8Array;
  /** RC2 and 3DES, as older software of certification agencies writes it. */
  readonly legacy: Uint8Array;
}

/** Makes self-signed certificates with openssl; undefined where that is not installed. */
export function makeKeyFiles(): KeyFiles | undefined {
  if (spawnSync('openssl', ['version']).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'tripline-keys-'));
  const password = '口令-secret';
  const run = (...words: readonly string[]) => {
    const { status, stderr } = spawnSync('openssl', words, { cwd: folder });
    if (status !== 0) throw new Error(`openssl ${words[0]}: ${stderr}`);
  };
  const kinds = { rsa: ['rsa:2048'], ec: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] };
  try {
    for (const [kind, words] of Object.entries(kinds)) {
      const subject = '/C=CN/O=某检验检测有限公司/CN=张三 检查员';
      run(
        'req',
        '-x509',
        '-newkey',
        ...words,
        '-nodes',
        '-keyout',
        `${kind}.key`,
        '-out',
        `${kind}.crt`,
        '-days',
        '3650',
        '-utf8',
        '-subj',
        subject,
      );
      run(
        'pkcs12',
        '-export',
        '-inkey',
        `${kind}.key`,
        '-in',
        `${kind}.crt`,
        '-out',
        `${kind}.p12`,
        '-passout',
        `pass:${password}`,
      );
    }
    run(
      'pkcs12',
      '-export',
      '-legacy',
      '-inkey',
      'rsa.key',
      '-in',
      'rsa.crt',
      '-out',
      'legacy.p12',
      '-passout',
      `pass:${password}`,
    );
    const read = (name: string) => readFileSync(join(folder, `${name}.p12`));
    return { password, rsa: read('rsa'), ec: read('ec'), legacy: read('legacy') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
