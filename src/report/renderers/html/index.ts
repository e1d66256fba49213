export { htmlOf } from './render-html.ts';
