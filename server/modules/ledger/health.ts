import { now } from '../../platform/clock';
import { checkInvariants } from '../../platform/invariants';
import { invariants } from './invariants';

const SHOWN_VIOLATIONS = 20;

export interface LedgerHealth {
  checkedAt: Date;
  isHealthy: boolean;
  checks: { code: string; title: string; isHolding: boolean; violations: string[] }[];
}

/** Checks the ledger's own invariants now. Reads the whole journal. */
export async function ledgerHealth(): Promise<LedgerHealth> {
  const checkedAt = now();
  const results = await checkInvariants(invariants);
  const checks = results.map(({ code, title, violations }) => ({
    code,
    title,
    isHolding: violations.length === 0,
    violations: violations.slice(0, SHOWN_VIOLATIONS),
  }));
  return { checkedAt, isHealthy: checks.every(({ isHolding }) => isHolding), checks };
}
