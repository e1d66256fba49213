import { unzipSync, type Zippable, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';

/** The sheets of a workbook as the spreadsheet library takes them. */
export type Sheets = Parameters<typeof writeXlsx>[0]['sheets'];

/** The first day that a zip can hold; local, since that is how a zip writes it. */
const earliest = () => new Date(1980, 0, 1);

/**
 * Writes a workbook whose bytes depend on its sheets alone: the library stamps the time of writing into the zip, so the
 * parts are packed again in a fixed order under a fixed time. `madeAt` is what the workbook says of itself (UTC).
 */
export async function packWorkbook(sheets: Sheets, title: string, madeAt: Date): Promise<Uint8Array> {
  const written = await writeXlsx({
    sheets,
    properties: { title, creator: 'Tripline', created: madeAt, modified: madeAt },
  });
  const parts: Zippable = {};
  for (const [name, bytes] of Object.entries(unzipSync(written)).sort(([a], [b]) => (a < b ? -1 : 1)))
    parts[name] = [bytes, { mtime: earliest(), level: 6 }];
  return zipSync(parts);
}
