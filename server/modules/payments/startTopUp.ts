import { config } from '../../config';
import { type Viewer } from '../../graphql/viewer';
import { after, DAY, HOUR, now, SECOND } from '../../platform/clock';
import { conflict, invalidInput } from '../../platform/errors';
import { hashInput, keyReused } from '../../platform/idempotency';
import { idFrom } from '../../platform/ids';
import { together } from '../../platform/inputs';
import { takeFrom } from '../../platform/limits';
import { isLess, type Money, money, subtract, toMinor } from '../../platform/money';
import { duplicateKeyOf } from '../../platform/transaction';
import { requireLiveSession } from '../accounts';
import { openWallet } from '../ledger';
import { amountOutOfRange, dailyLimitReached } from './errors';
import { TopUps, type TopUpRow } from './model';
import { CHECKOUT_MS, nextLookAt, SHORTEST_CHECKOUT_MS, TOP_UP_LIMITS } from './rules';
import { openCheckout } from './stripe';
import { urlIn } from '../../platform/urlIn';

export interface StartTopUpInput {
  amount: Money;
  clientKey: string;
  returnUrl?: string | null | undefined;
}

export interface StartedTopUp {
  topUp: TopUpRow;
  /** The provider's page to pay on. */
  checkoutUrl: string;
}

/**
 * Opens a checkout for a top-up of the viewer's wallet. Nothing is credited before the provider says that the money
 * came. The same key and input give the same checkout, also when an earlier call died half-way; other input is a
 * Conflict.
 */
export async function startTopUp(viewer: Viewer, input: StartTopUpInput): Promise<StartedTopUp> {
  await requireLiveSession(viewer);
  const [, returnUrl] = together(
    () => checkAmount(input.amount),
    () => returnAddress(input.returnUrl ?? '/'),
  );
  const _id = idFrom('topup', viewer.organisationId, input.clientKey);
  const inputHash = hashInput({ amount: input.amount, returnUrl });
  const topUp =
    (await findSame(_id, inputHash)) ?? (await create(viewer, { _id, inputHash, returnUrl, amount: input.amount }));
  if (topUp.checkoutUrl !== null) return { topUp, checkoutUrl: topUp.checkoutUrl };
  if (!canBeOpened(topUp))
    throw conflict('This top-up was never opened and has ended. Start another with a new client key.');
  const { sessionId, url, expiresAt } = await openCheckout(topUp);
  const opened = { sessionId, checkoutUrl: url, expiresAt };
  await TopUps.updateOne({ _id, checkoutUrl: null }, { $set: opened });
  return { topUp: { ...topUp, ...opened }, checkoutUrl: url };
}

/** A start that died before its checkout was opened can be taken up again while there is time left to pay. */
const canBeOpened = ({ state, expiresAt }: TopUpRow): boolean =>
  state === 'CREATED' && expiresAt.getTime() - now().getTime() > SHORTEST_CHECKOUT_MS;

/** Read as it is now: a row that another call has just made must be found, even before it counts as majority-written. */
async function findSame(_id: string, inputHash: string): Promise<TopUpRow | null> {
  const row = await TopUps.findById(_id).readConcern('local').lean<TopUpRow>();
  if (row && row.inputHash !== inputHash) throw keyReused();
  return row;
}

/** Payers come back to a page of ours only: an address elsewhere would lend our name to anyone (open redirect). */
function returnAddress(wished: string): string {
  const { origin } = new URL(config.publicUrl);
  const address = wished.length <= 500 ? urlIn(wished, origin) : null;
  if (address?.origin !== origin) throw invalidInput('Give a path of this site to return to.', ['returnUrl']);
  return address.href;
}

function checkAmount(amount: Money): void {
  const { smallest, largest } = TOP_UP_LIMITS;
  if (amount.currency !== smallest.currency)
    throw invalidInput(`Wallets are kept in ${smallest.currency}.`, ['amount', 'currency']);
  if (isLess(amount, smallest) || isLess(largest, amount)) throw amountOutOfRange(smallest, largest);
}

type Wish = Pick<TopUpRow, '_id' | 'inputHash' | 'returnUrl'> & { amount: Money };

async function create(viewer: Viewer, wish: Wish): Promise<TopUpRow> {
  await takeFrom('startTopUp', viewer.organisationId, TOP_UP_LIMITS.startsPerHour, HOUR / SECOND);
  const left = await leftToday(viewer.organisationId);
  if (isLess(left, wish.amount)) throw dailyLimitReached(left);
  await openWallet(viewer.organisationId, wish.amount.currency);
  const row = rowOf(viewer, wish);
  try {
    await TopUps.insertMany([row], { lean: true });
    return row;
  } catch (error) {
    const other = duplicateKeyOf(error) === null ? null : await findSame(wish._id, wish.inputHash);
    if (!other) throw error;
    return other;
  }
}

function rowOf(viewer: Viewer, { amount, ...wish }: Wish): TopUpRow {
  const createdAt = now();
  return {
    ...wish,
    organisationId: viewer.organisationId,
    startedBy: viewer.personId,
    amountMinor: amount.minor,
    currency: amount.currency,
    refundableMinor: 0n,
    state: 'CREATED',
    sessionId: null,
    checkoutUrl: null,
    feeMinor: null,
    createdAt,
    expiresAt: after(createdAt, CHECKOUT_MS),
    settledAt: null,
    isOpen: true,
    lookAt: nextLookAt(createdAt, createdAt),
  };
}

/**
 * What the business may still top up within 24 hours: the limit less what came in and what may still come. A guard
 * against misuse, not a rule of the books: two calls at one moment may pass it together.
 */
export async function leftToday(organisationId: string): Promise<Money> {
  const { perDay } = TOP_UP_LIMITS;
  const rows = await TopUps.find(
    {
      organisationId,
      createdAt: { $gt: after(now(), -DAY) },
      state: { $in: ['CREATED', 'PROCESSING', 'SUCCEEDED', 'MISMATCH'] },
    },
    { amountMinor: 1 },
  ).lean();
  const used = rows.reduce((total, { amountMinor }) => total + toMinor(amountMinor), 0n);
  return used >= perDay.minor ? money(0n, perDay.currency) : subtract(perDay, money(used, perDay.currency));
}
