import { hashPassword } from '../../server/modules/accounts/signIn/passwords';

let inFlight = 0;
let mostInFlight = 0;
const mockHash = async (): Promise<string> => {
  inFlight++;
  mostInFlight = Math.max(mostInFlight, inFlight);
  await new Promise((resolve) => setImmediate(resolve));
  inFlight--;
  return '$argon2id$';
};

jest.mock('@node-rs/argon2', () => ({ hash: () => mockHash(), verify: () => mockHash(), parseOptions: () => ({}) }));

test('S23: one password is hashed at a time, the rest wait, and those beyond the queue are told to come back', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 250 }, () => hashPassword('a good long password')));
  expect(mostInFlight).toBe(1);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(200);
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused).toHaveLength(50);
  for (const { reason } of refused) expect(reason).toMatchObject({ typename: 'Busy' });
});

test('S23: after the burst there is room again', async () => {
  await expect(hashPassword('a good long password')).resolves.toBe('$argon2id$');
});
