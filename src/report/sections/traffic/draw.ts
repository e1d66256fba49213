import { type Column, drawTable, heading, prose, type Sheet } from '../../renderers/pdf/index.ts';
import type { TrafficModel } from './build.ts';

/** Draws the traffic statement. */
export function drawTraffic(sheet: Sheet, { title, writes, explanation, traffic }: TrafficModel): void {
  heading(sheet, title);
  prose(sheet, writes, { size: 13, bold: true, after: 2 });
  prose(sheet, explanation, { after: 6 });
  const columns = traffic.headers.map(
    (_, index): Column => (index === 0 ? { share: 1.5 } : { share: 1.4, align: 'right' }),
  );
  drawTable(sheet, { ...traffic, columns, size: 7.5 });
}
