/**
 * A number with its unit as the site writes it. Gauge and absolute differ and are never converted into each other:
 * that needs the local barometer, which nobody declared.
 */
export interface Quantity {
  readonly value: number;
  /** As written, e.g. `℃`, `MPa(g)`, `m3/h`, `%`. */
  readonly unit: string;
}
