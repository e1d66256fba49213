/**
 * A small sRGB profile (ICC version 2, matrix and curves), made from the numbers of IEC 61966-2-1: primaries adapted to
 * D50, and the transfer curve at 256 places. PDF/A wants to know what the colours of a page mean.
 */
export function srgbProfile(): Uint8Array {
  const curve = block('curv', 4 + 256 * 2, (at) => {
    at.setUint32(8, 256);
    for (let step = 0; step < 256; step += 1) at.setUint16(12 + step * 2, Math.round(linear(step / 255) * 65_535));
  });
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', description('sRGB')],
    ['cprt', block('text', 15, (at) => ascii(at, 8, 'Public domain'))],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['rXYZ', xyz(0.4361, 0.2225, 0.0139)],
    ['gXYZ', xyz(0.3851, 0.7169, 0.0971)],
    ['bXYZ', xyz(0.1431, 0.0606, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  return assemble(tags);
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function assemble(tags: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const places = new Map<Uint8Array, number>();
  let end = 128 + 4 + tags.length * 12;
  for (const [, body] of tags) {
    if (places.has(body)) continue;
    places.set(body, end);
    end += Math.ceil(body.length / 4) * 4;
  }
  const bytes = new Uint8Array(end);
  const at = new DataView(bytes.buffer);
  at.setUint32(0, end);
  at.setUint32(8, 0x02_10_00_00);
  ascii(at, 12, 'mntrRGB XYZ ');
  // The date of the standard: a profile needs one, and it may not be that of the printing.
  for (const [index, part] of [1999, 10, 18].entries()) at.setUint16(24 + index * 2, part);
  ascii(at, 36, 'acsp');
  fixed(at, 68, [0.9642, 1, 0.8249]);
  at.setUint32(128, tags.length);
  for (const [index, [name, body]] of tags.entries()) {
    const place = places.get(body) ?? 0;
    ascii(at, 132 + index * 12, name);
    at.setUint32(136 + index * 12, place);
    at.setUint32(140 + index * 12, body.length);
    bytes.set(body, place);
  }
  return bytes;
}

function block(type: string, length: number, fill: (at: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(8 + length);
  const at = new DataView(bytes.buffer);
  ascii(at, 0, type);
  fill(at);
  return bytes;
}

/** The old description: counted ASCII, then empty Unicode and Macintosh parts of fixed size. */
function description(text: string): Uint8Array {
  return block('desc', 4 + text.length + 1 + 4 + 4 + 2 + 1 + 67, (at) => {
    at.setUint32(8, text.length + 1);
    ascii(at, 12, text);
  });
}

function xyz(x: number, y: number, z: number): Uint8Array {
  return block('XYZ ', 12, (at) => fixed(at, 8, [x, y, z]));
}

function fixed(at: DataView, offset: number, values: readonly number[]): void {
  for (const [index, value] of values.entries()) at.setInt32(offset + index * 4, Math.round(value * 65_536));
}

function ascii(at: DataView, offset: number, text: string): void {
  for (const [index, character] of [...text].entries()) at.setUint8(offset + index, character.charCodeAt(0));
}
