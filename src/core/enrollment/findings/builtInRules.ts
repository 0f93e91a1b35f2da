import type { Rule } from './rule';
import { appRules } from './rules/appRules';
import { clockRules } from './rules/clockRules';
import { coverageRules } from './rules/coverageRules';
import { enrollmentRules } from './rules/enrollmentRules';
import { helloRules } from './rules/helloRules';
import { policyRules } from './rules/policyRules';
import { rebootRules } from './rules/rebootRules';
import { securityRules } from './rules/securityRules';
import { signInRules } from './rules/signInRules';
import { statusPageRules } from './rules/statusPageRules';
import { tokenRules } from './rules/tokenRules';

/** All rules of this product; findings of one severity stand in this order. */
export const builtInRules: readonly Rule[] = [
  ...rebootRules,
  ...signInRules,
  ...tokenRules,
  ...helloRules,
  ...policyRules,
  ...appRules,
  ...statusPageRules,
  ...enrollmentRules,
  ...securityRules,
  ...clockRules,
  ...coverageRules,
];
