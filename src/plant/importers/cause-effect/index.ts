export { readCauseEffect } from './read-cause-effect.ts';
