import type { Fact, TableModel } from '../../table-model.ts';
import { htmlText } from './html-text.ts';

/** A paragraph, in a tone where one is given. */
export function paragraph(text: string, tone?: string): string {
  return `<p${tone === undefined ? '' : ` class="${htmlText(tone)}"`}>${htmlText(text)}</p>`;
}

/** A heading of the second or third order. */
export function heading(order: 2 | 3, text: string, id?: string): string {
  return `<h${order}${id === undefined ? '' : ` id="${htmlText(id)}"`}>${htmlText(text)}</h${order}>`;
}

/** A table; every cell carries its header, which a narrow screen shows beside it. Nothing where there are no rows. */
export function tableOf({ headers, rows, anchors, links }: TableModel): string {
  if (rows.length === 0) return '';
  const head = headers.map((header) => `<th scope="col">${htmlText(header)}</th>`).join('');
  const body = rows.map((row, index) => {
    const [anchor, link] = [anchors?.[index], links?.[index]];
    const cells = row.map((cell, column) => {
      const text = htmlText(cell).replaceAll('\n', '<br>');
      const linked = column === 0 && link !== undefined ? `<a href="#${htmlText(encodeURI(link))}">${text}</a>` : text;
      return `<td data-label="${htmlText(headers[column] ?? '')}">${linked}</td>`;
    });
    return `<tr${anchor === undefined ? '' : ` id="${htmlText(anchor)}"`}>${cells.join('')}</tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}

/** Named facts; what nobody gave stays an empty line. */
export function factsOf(facts: readonly Fact[]): string {
  const rows = facts.map(({ label, value = '' }) => {
    return `<dt>${htmlText(label)}</dt><dd>${htmlText(value).replaceAll('\n', '<br>')}</dd>`;
  });
  return `<dl>${rows.join('')}</dl>`;
}
