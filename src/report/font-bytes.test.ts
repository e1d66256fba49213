import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { afterAll, describe, expect, it } from 'vitest';
import { FontBytes } from './font-bytes.ts';
import { fontFile } from './renderers/pdf/font-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'tripline-font-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = fontFile('sans');
const whole = readFileSync(path);
const font = fontkit.create(whole);
if (!('unitsPerEm' in font)) throw new Error('a collection');

/** Where an outline stands in the file, by another reader of fonts. */
function outlineOf(glyph: number): { readonly from: number; readonly to: number } {
  const offsets: number[] = Reflect.get(Object(Reflect.get(font, 'loca')), 'offsets');
  const tables = Reflect.get(Object(Reflect.get(font, 'directory')), 'tables');
  const { offset } = Reflect.get(tables, 'glyf');
  return { from: offset + (offsets[glyph] ?? 0), to: offset + (offsets[glyph + 1] ?? 0) };
}

/** The number that each glyph is known by. */
const idOf = (character: string): number => font.glyphForCodePoint(character.codePointAt(0) ?? 0).id;

function outlineIn(bytes: Buffer, glyph: number): Buffer {
  const { from, to } = outlineOf(glyph);
  return bytes.subarray(from, to);
}

describe('a font of which only the outlines in use are read', () => {
  it('holds the outlines that were asked for, and no others', () => {
    const file = new FontBytes(path);
    const asked = [...'联锁停车 A9℃'].map(idOf);
    for (const glyph of asked) file.need(glyph);
    file.close();
    for (const glyph of asked) expect(outlineIn(file.bytes, glyph)).toStrictEqual(outlineIn(whole, glyph));
    const other = outlineIn(file.bytes, idOf('罐'));
    expect(other.length).toBeGreaterThan(0);
    expect(other.every((byte) => byte === 0)).toBe(true);
  });

  it('holds every other table of the file', () => {
    const file = new FontBytes(path);
    file.close();
    const tables: Record<string, { readonly offset: number; readonly length: number }> = Reflect.get(
      Object(Reflect.get(font, 'directory')),
      'tables',
    );
    const names = Object.keys(tables).filter((name) => name !== 'glyf');
    expect(names).toContain('cmap');
    for (const { offset, length } of names.flatMap((name) => tables[name] ?? []))
      expect(file.bytes.subarray(offset, offset + length).equals(whole.subarray(offset, offset + length))).toBe(true);
  });

  it('knows the advance of every glyph', () => {
    const file = new FontBytes(path);
    file.close();
    const glyphs = Array.from({ length: font.numGlyphs }, (_, glyph) => glyph).filter((glyph) => glyph % 97 === 0);
    for (const glyph of [...glyphs, font.numGlyphs - 1])
      expect(file.advance(glyph)).toBe(font.getGlyph(glyph).advanceWidth);
  });

  it('reads the parts of a composite glyph with it', () => {
    const simple = idOf('一');
    const { from, to } = outlineOf(simple);
    const room = idOf('联');
    const at = outlineOf(room);
    // A glyph of two parts: words as arguments and a matrix, then bytes and nothing more.
    const composite = Buffer.alloc(10 + 16 + 6);
    composite.writeInt16BE(-1, 0);
    composite.writeUInt16BE(0x0001 | 0x0080 | 0x0020, 10);
    composite.writeUInt16BE(simple, 12);
    composite.writeUInt16BE(0, 26);
    composite.writeUInt16BE(idOf('二'), 28);
    const changed = Buffer.from(whole);
    expect(at.to - at.from).toBeGreaterThanOrEqual(composite.length);
    composite.copy(changed, at.from);
    const copy = join(folder, 'composite.ttf');
    writeFileSync(copy, changed);
    const file = new FontBytes(copy);
    file.need(room);
    file.close();
    expect(file.bytes.subarray(from, to)).toStrictEqual(whole.subarray(from, to));
    expect(outlineIn(file.bytes, idOf('二'))).toStrictEqual(outlineIn(whole, idOf('二')));
  });

  it('reads a file whole that has no outlines of TrueType', () => {
    const copy = join(folder, 'postscript.otf');
    const bytes = Buffer.from(whole);
    bytes.write('OTTO', 0, 'latin1');
    // The table of outlines under a name that says nothing.
    const entry = bytes.indexOf('glyf', 0, 'latin1');
    bytes.write('CFF ', entry, 'latin1');
    writeFileSync(copy, bytes);
    const file = new FontBytes(copy);
    file.close();
    expect(file.bytes.equals(bytes)).toBe(true);
    expect(file.advance(idOf('联'))).toBe(font.unitsPerEm);
  });

  it('leaves the advance to others in a file of another kind', () => {
    const copy = join(folder, 'empty.woff');
    writeFileSync(copy, 'wOFF and more bytes than a directory has');
    const file = new FontBytes(copy);
    file.close();
    expect(file.bytes.toString()).toContain('than a directory has');
    expect(file.advance(1)).toBeUndefined();
  });

  it('refuses a file that ends before its tables do', () => {
    const copy = join(folder, 'short.ttf');
    writeFileSync(copy, whole.subarray(0, whole.length / 2));
    expect(() => new FontBytes(copy)).toThrow(/ends before its table/);
  });
});
