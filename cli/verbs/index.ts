import { auditVerb } from './audit/verb.ts';
import { browseVerb } from './browse/verb.ts';
import { bundleVerb } from './bundle/verb.ts';
import { caseVerb } from './case/verb.ts';
import { checkVerb } from './check/verb.ts';
import { compareVerb } from './compare/verb.ts';
import { completionVerb } from './completion/verb.ts';
import { demoVerb } from './demo/verb.ts';
import { diffVerb } from './diff/verb.ts';
import { doctorVerb } from './doctor/verb.ts';
import { dueVerb } from './due/verb.ts';
import { explainVerb } from './explain/verb.ts';
import { exportVerb } from './export/verb.ts';
import { findingVerb } from './finding/verb.ts';
import { guideVerb } from './guide/verb.ts';
import { importVerb } from './import/verb.ts';
import { initVerb } from './init/verb.ts';
import { limitVerb } from './limit/verb.ts';
import { probeVerb } from './probe/verb.ts';
import { recheckVerb } from './recheck/verb.ts';
import { registerVerb } from './register/verb.ts';
import { reportVerb } from './report/verb.ts';
import { rulesVerb } from './rules/verb.ts';
import { signVerb } from './sign/verb.ts';
import { simVerb } from './sim/verb.ts';
import { trustVerb } from './trust/verb.ts';
import { unbundleVerb } from './unbundle/verb.ts';
import type { Verb } from './verb.ts';
import { verifyVerb } from './verify/verb.ts';
import { watchVerb } from './watch/verb.ts';

/** All verbs, in the order of the help page: a new verb is one folder and one line here. */
export const verbs: readonly Verb[] = [
  initVerb,
  importVerb,
  compareVerb,
  checkVerb,
  auditVerb,
  watchVerb,
  trustVerb,
  probeVerb,
  browseVerb,
  guideVerb,
  findingVerb,
  reportVerb,
  exportVerb,
  signVerb,
  verifyVerb,
  registerVerb,
  caseVerb,
  recheckVerb,
  dueVerb,
  diffVerb,
  explainVerb,
  bundleVerb,
  unbundleVerb,
  limitVerb,
  doctorVerb,
  completionVerb,
  demoVerb,
  simVerb,
  rulesVerb,
];
