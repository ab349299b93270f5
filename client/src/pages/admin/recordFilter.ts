/** The kinds of act that the record holds, in the order in which they are offered. */
export const ACTS = [
  'approveAgency',
  'suspendOrganisation',
  'reinstateOrganisation',
  'changeOrganisation',
  'changeMemberRole',
  'removeMember',
  'setBasePrice',
  'setFactor',
  'addNiche',
  'changeNiche',
  'retireNiche',
  'addRegion',
  'changeRegion',
  'decideDispute',
  'releaseFromQuarantine',
  'rejectLead',
  'withdrawLead',
  'changeProfile',
  'changePassword',
  'resetPassword',
  'refreshSession',
  'ensurePlatformAdmin',
] as const;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Midnight of a day by the clock of the place, so many days on; undefined where the text is no day. */
function midnight(day: string | null, daysOn = 0): string | undefined {
  if (!day || !DAY.test(day)) return undefined;
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + daysOn);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** The filter of the record as the address says it; what it cannot mean is ignored. The last day counts whole. */
export const filterOfAddress = (params: URLSearchParams) => ({
  act: ACTS.find((act) => act === params.get('act')),
  actor: params.get('by') || undefined,
  from: midnight(params.get('from')),
  to: midnight(params.get('to'), 1),
});
