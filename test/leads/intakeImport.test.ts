import { type Actor, createWorld, type World } from '../kit/world';
import { importFile, getReport, readBatch, startBatch, putFile, batchMutation } from './batches';
import { fixture } from './intakeFiles';

let world: World;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
});
afterAll(() => world.close());

test('the export of a social network is imported without help: its test lead is refused, the repeated id is a duplicate', async () => {
  const batch = await importFile(world, agency, fixture('meta_lead_ads_export_format.utf16le.tsv'));
  console.log(JSON.stringify(batch, null, 1));
  console.log((await getReport(world, agency, batch)).text);
});
