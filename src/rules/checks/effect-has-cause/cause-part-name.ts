/** Name of the part that judges whether an element stands in its safe state for a cause; a report finds its cell by it. */
export function causePartName(element: string): string {
  return `cause of ${element}`;
}
