import { displayWidth, type Language, say, text } from '../messages/index.ts';
import type { PlantFault } from './plant-fault.ts';

/** One fault as one line: `plant.yaml:31:14  functions.SIF-101.when[0].vote   2oo3 需要 3 个通道…`. */
export function formatFault(fault: PlantFault, language: Language): string {
  const { file, line, column, path, because } = fault;
  const place = [file, line, ...(column === undefined ? [] : [column])].join(':');
  return `${filled(place, 16)}  ${filled(path, 31)}  ${say(because, language)}`;
}

/** The line below the faults: `3 处错误，未连接任何控制器。` */
export function formatFaultCount(count: number, language: Language): string {
  return say(text(count === 1 ? 'plant.fault-count-one' : 'plant.fault-count', { count }), language);
}

function filled(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}
