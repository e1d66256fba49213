export { type TerminalOptions, terminalSummary } from './summary.ts';
