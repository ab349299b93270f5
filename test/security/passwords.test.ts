import { hash } from '@node-rs/argon2';
import { createWorld, type World } from '../kit/world';
import { act, rows } from '../accounts/flows';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const storedHash = async (personId: string): Promise<string> =>
  (await rows('people').findOne({ _id: personId }))!.passwordHash;

/** Cost as the PHC string tells it: OWASP's least for argon2id. */
const OWASP = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;

test('S23: a password is stored as argon2id with at least 19 MiB, two passes and one lane, each with its own salt', async () => {
  const [one, other] = [await world.admin('MODERATOR'), await world.admin('MODERATOR')];
  const [first, second] = [await storedHash(one.personId), await storedHash(other.personId)];
  expect(first).toMatch(OWASP);
  expect(second).toMatch(OWASP);
  expect(first).not.toBe(second);
});

test('S23: a hash of a lower cost is raised by the login that proves the password, not by a wrong guess', async () => {
  const { personId, email, password } = await world.business();
  const weak = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  await rows('people').updateOne({ _id: personId }, { $set: { passwordHash: weak } });
  await act(world, null, 'logIn', { email, password: 'a wrong guess' });
  expect(await storedHash(personId)).toBe(weak);
  expect((await act(world, null, 'logIn', { email, password })).__typename).toBe('LogInPayload');
  expect(await storedHash(personId)).toMatch(OWASP);
  expect((await act(world, null, 'logIn', { email, password })).__typename).toBe('LogInPayload');
});

test('S23: the database refuses anything but an argon2id hash as a password', async () => {
  const { personId } = await world.business();
  const write = rows('people').updateOne({ _id: personId }, { $set: { passwordHash: 'correct-horse-battery-staple' } });
  await expect(write).rejects.toMatchObject({ code: 121 });
});
