export { type CitedDemand, citeWatch, witnessedOf } from './cite-watch.ts';
export { conclusionOf } from './judge-demand.ts';
export { requestsOfWatch, type WatchWindow } from './plan-watch.ts';
export { isWatch, readWatch, type WatchRecord } from './read-watch.ts';
export { runWatch, type WatchEnd, type WatchRequest, type WatchWiring } from './run-watch.ts';
export type { DemandRecord, Resolution, WatchHeader } from './watch-record.ts';
