/** Stops the servers that globalSetup started and removes their data. */
export default async function globalTeardown(): Promise<void> {
  await Promise.all((globalThis.testDatabaseServers ?? []).map((server) => server.stop()));
}
