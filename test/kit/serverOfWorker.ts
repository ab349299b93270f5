/** Before each test file: which of the run's database servers its worker uses. */
const uris = (process.env.TEST_MONGODB_URIS ?? '').split(' ');
const worker = Number(process.env.JEST_WORKER_ID ?? 1) - 1;
process.env.TEST_MONGODB_URI = uris[worker % uris.length] ?? '';
