import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportModel } from '../model.ts';
import { appendRevision, PdfFile, PdfStream } from '../pdf-file/index.ts';
import { sampleRecord } from '../sample-record.test-data.ts';
import { pdfOf } from '../write-pdf.ts';
import { makeKeyFiles } from './certificates.test-data.ts';
import { checkSignatures, openSigningIdentity, signReport } from './index.ts';

const keys = makeKeyFiles();
if (keys === undefined) console.log('signing: openssl is not installed, so the tests of signatures are skipped');
const hasPdfsig = spawnSync('pdfsig', ['-v']).error === undefined;
if (!hasPdfsig) console.log('signing: pdfsig is not installed, so no other program checks the signatures');
const hasQpdf = spawnSync('qpdf', ['--version']).error === undefined;
if (!hasQpdf) console.log('signing: qpdf is not installed, so files with object streams are not signed here');

describe.skipIf(keys === undefined)('a signature', () => {
  const { password, ...files } = keys ?? { password: '', rsa: Buffer.of(), ec: Buffer.of(), legacy: Buffer.of() };
  const claimedAt = new Date('2018-02-01T03:04:05Z');
  let drawn: Uint8Array = Buffer.of();
  let signed: Uint8Array = Buffer.of();

  const sign = async (pdf: Uint8Array, kind: keyof typeof files, role?: string) => {
    const identity = await openSigningIdentity(files[kind], password);
    return signReport(pdf, identity, { language: 'zh', claimedAt, ...(role === undefined ? {} : { role }) });
  };

  beforeAll(async () => {
    drawn = await pdfOf(reportModel(sampleRecord(), 'zh'));
    signed = await sign(await sign(await sign(drawn, 'rsa', '检查人员'), 'ec', '检验机构'), 'legacy');
  });

  it('holds beside others, with the Chinese name of the certificate, and the report before them is untouched', async () => {
    const report = await checkSignatures(signed);
    expect(report.signatures.map(({ holds, isOurs, claimedAt: at }) => ({ holds, isOurs, at }))).toEqual(
      Array(3).fill({ holds: true, isOurs: true, at: "D:20180201110405+08'00'" }),
    );
    expect(report.signatures[0]?.certificate?.subject).toContain('O=某检验检测有限公司\nCN=张三 检查员');
    expect(report.signatures[1]?.reason).toBe('检验机构 确认本报告内容');
    expect(report.covered).toBe(true);
    expect(report.foreign).toEqual([]);
    expect(Buffer.compare(report.drawn, drawn)).toBe(0);
  });

  it.skipIf(!hasPdfsig)('is valid for another program, each of three', () => {
    const said = pdfsig(signed);
    expect(said.match(/Signature is Valid\./g)).toHaveLength(3);
    expect(said.match(/Common Name: 张三 检查员/g)).toHaveLength(3);
    expect(said.match(/ETSI\.CAdES\.detached/g)).toHaveLength(3);
    expect(said.match(/Total document signed/g)).toHaveLength(1);
  });

  it.skipIf(!hasQpdf || !hasPdfsig)('goes behind a file whose table is a stream, in the same manner', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tripline-sign-'));
    writeFileSync(join(folder, 'plain.pdf'), drawn);
    spawnSync('qpdf', ['--object-streams=generate', 'plain.pdf', 'packed.pdf'], { cwd: folder });
    const packed = await sign(await sign(readFileSync(join(folder, 'packed.pdf')), 'rsa'), 'ec');
    writeFileSync(join(folder, 'packed.pdf'), packed);
    const checked = spawnSync('qpdf', ['--check', 'packed.pdf'], { cwd: folder, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(checked.status, checked.stderr).toBe(0);
    expect(pdfsig(packed).match(/Signature is Valid\./g)).toHaveLength(2);
    const report = await checkSignatures(packed);
    expect(report.signatures.map(({ holds }) => holds)).toEqual([true, true]);
    expect(report.foreign).toEqual([]);
  });

  it('is the same bytes for the same statement with an RSA key', async () => {
    expect(Buffer.compare(await sign(drawn, 'rsa'), await sign(drawn, 'rsa'))).toBe(0);
  });

  it('breaks with any byte of the file that is flipped', async () => {
    // Every byte around the first and the last envelope would take minutes: a spread of all, and every byte of one stretch.
    const contents = Buffer.from(signed).lastIndexOf('/Contents <');
    const spread = Array.from({ length: 60 }, (_, index) => Math.floor((index * signed.length) / 60));
    const stretch = Array.from({ length: 60 }, (_, index) => contents + 11 + index * 53);
    const unnoticed: number[] = [];
    for (const at of [...spread, ...stretch]) {
      const flipped = Buffer.from(signed);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      const holds = await checkSignatures(flipped).then(
        ({ signatures, covered, foreign }) =>
          covered && foreign.length === 0 && signatures.length === 3 && signatures.every((each) => each.holds),
        () => false,
      );
      if (holds) unnoticed.push(at);
    }
    expect(unnoticed).toEqual([]);
  }, 120_000);

  it('does not cover what is appended behind it', async () => {
    const report = await checkSignatures(Buffer.concat([signed, Buffer.from('%%EOF\n')]));
    expect(report.signatures.every(({ holds }) => holds)).toBe(true);
    expect(report.covered).toBe(false);
  });

  it('names a page that was redrawn between two signatures', async () => {
    const once = await sign(drawn, 'rsa');
    const file = new PdfFile(once);
    const [page] = file.pages();
    const all = page === undefined ? undefined : file.dictionary(page, 'page').get('Contents');
    const contents = Array.isArray(all) ? all.at(-1) : all;
    const number =
      contents !== null && typeof contents === 'object' && 'number' in contents ? Number(contents.number) : 0;
    const redrawn = appendRevision(file, [
      { number, object: new PdfStream(new Map(), Buffer.from('0 0 1 rg 0 0 900 900 re f')) },
    ]);
    const twice = await sign(redrawn, 'ec');
    const report = await checkSignatures(twice);
    expect(report.signatures.map(({ holds }) => holds)).toEqual([true, true]);
    expect(report.foreign).toEqual([`2: ${number} 0 obj`]);
  });

  it('is refused with a wrong password, and for a file that is no key file', async () => {
    await expect(openSigningIdentity(files.rsa, 'wrong')).rejects.toMatchObject({ because: 'wrong-password' });
    await expect(openSigningIdentity(files.ec, '')).rejects.toMatchObject({ because: 'wrong-password' });
    await expect(openSigningIdentity(Buffer.from('no key'), password)).rejects.toMatchObject({ because: 'no-p12' });
  });
});

function pdfsig(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'tripline-sign-'));
  writeFileSync(join(folder, 'signed.pdf'), pdf);
  const { stdout } = spawnSync('pdfsig', ['signed.pdf'], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return stdout;
}
