import { ActionPriority, Finding, NeedStatement, Recommendation } from './findings.entity';

export const findingsEntities = [Finding, ActionPriority, Recommendation, NeedStatement];
