import type { Controller } from '../plant/index.ts';
import type { AuditPlan } from './plan.ts';
import type { AuditProgress, CollectProgress } from './progress.ts';
import { planRequests } from './request-plan.ts';
import type { RunningCoverage } from './running-coverage.ts';

/** What will be read, before anything is sent. */
export function plannedProgress(
  controllers: readonly Controller[],
  plan: AuditPlan,
  { seen }: RunningCoverage,
): AuditProgress {
  return {
    kind: 'planned',
    windowMs: plan.window.ms,
    controllers: controllers.map((controller) => {
      const { watched = [], once = [] } = plan.points.get(controller.id) ?? {};
      const { durationMs } = planRequests(controller, plan);
      const [{ url }] = controller.endpoints;
      return { id: controller.id, endpoint: url, asked: watched.length + once.length, estimateMs: durationMs };
    }),
    seen,
  };
}

/** Passes on what happens at a controller, with how far the reading of the whole has come by then. */
export function countingProgress(
  coverage: RunningCoverage,
  progress: (event: AuditProgress) => void,
): (event: CollectProgress) => void {
  return (event) => {
    if (event.kind === 'round') coverage.take(event.tags);
    progress({ ...event, seen: coverage.seen });
  };
}
