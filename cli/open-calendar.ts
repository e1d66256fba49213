import { say } from '../src/messages/index.ts';
import { readCalendar, shippedCalendar, type WorkCalendar } from '../src/rules/index.ts';
import type { Terminal } from './terminal.ts';

/** The calendar, with the years of a user's file; says every fault of the file and gives undefined when there is one. */
export function openCalendar(file: string | undefined, io: Terminal): WorkCalendar | undefined {
  if (file === undefined) return shippedCalendar;
  const read = readCalendar(file, shippedCalendar);
  if (read.ok) return read.calendar;
  for (const fault of read.faults)
    io.note(`${fault.file}:${fault.line}  ${fault.path}  ${say(fault.because, io.language)}`);
  return undefined;
}
