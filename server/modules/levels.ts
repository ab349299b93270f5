/**
 * The order of the modules, as data: a module imports only from a lower level, and only through its index. News travels
 * up and sideways as events. test/architecture fails on a breach.
 */
export const levels: readonly (readonly string[])[] = [
  ['messages'],
  ['accounts', 'ledger'],
  ['catalog', 'payments', 'webhooks'],
  ['pricing', 'leads'],
  ['listings', 'ownLists'],
  ['market'],
  ['desk', 'disputes', 'rights', 'pings'],
  ['certificates', 'recordings', 'campaigns'],
  ['clicks', 'calls'],
];
