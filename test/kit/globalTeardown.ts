/** Stops the server that globalSetup started and removes its data. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.testDatabaseServer?.stop();
}
