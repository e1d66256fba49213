/**
 * Name of the part that judges whether an effect followed what set it off: the channels of a cause, or the tag of the manual
 * trip. A report finds the cell of its matrix by it.
 */
export function actionPartName(initiator: readonly string[], element: string): string {
  return `action ${initiator.join(' ')} → ${element}`;
}
