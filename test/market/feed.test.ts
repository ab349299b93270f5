import mongoose from '../../server/platform/mongoose';
import { board, startBoard, stopBoard } from '../../server/modules/market/board';
import { database } from '../../server/platform/database';
import { until } from '../kit/until';
import { type Actor, createWorld, type World } from '../kit/world';
import { listLeads } from './buying';

let world: World;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
});
afterAll(() => world.close());

const onSale = async (): Promise<string[]> => {
  const rows = await database().collection<{ _id: string }>('listings').find({ status: 'LISTED' }).toArray();
  return rows.map(({ _id }) => _id).sort();
};
const onBoard = (): string[] => [...board().ids()].sort();

const untilEqual = (): Promise<void> => until(async () => JSON.stringify(await onSale()) === JSON.stringify(onBoard()));

const setAll = (status: string, holdsLeads: boolean, ids: readonly string[]) =>
  database()
    .collection<{ _id: string }>('listings')
    .updateMany({ _id: { $in: [...ids] } }, { $set: { status, holdsLeads } });

describe('the board’s feed', () => {
  test('a board that is built while listings come and go ends with exactly what is on sale', async () => {
    const ids = await listLeads(world, agency, 12);
    await stopBoard();
    expect(board().size).toBe(0);
    const building = startBoard();
    await setAll('WITHDRAWN', false, ids.slice(0, 4));
    await building;
    await setAll('LISTED', true, ids.slice(0, 2));
    await untilEqual();
    expect(board().size).toBe(10);
  });

  test('a change made by anybody is on the board within a moment, and made twice it is there once', async () => {
    const [id] = await onSale();
    await setAll('EXPIRED', false, [id!]);
    await untilEqual();
    await setAll('LISTED', true, [id!]);
    await setAll('LISTED', true, [id!]);
    await untilEqual();
    expect(board().get(id!)).toMatchObject({ id, sold: 0 });
  });

  test('changes that were missed for good are on the board once it was told so', async () => {
    const [id] = await onSale();
    const { topology } = mongoose.connection.getClient() as unknown as {
      topology: { selectServer(): Promise<unknown> };
    };
    const lost = new mongoose.mongo.MongoServerError({ message: 'history lost', code: 286 });
    const broken = jest.spyOn(topology, 'selectServer').mockRejectedValueOnce(lost);
    // The stream asks twice a second, and is not opened anew at once.
    await until(() => broken.mock.calls.length > 0);
    broken.mockRestore();
    await setAll('EXPIRED', false, [id!]);
    await untilEqual();
    expect(board().get(id!)).toBeNull();
  });
});
