import { UserError } from '../../platform/errors';
import { formatMoney, type Money } from '../../platform/money';

export const amountOutOfRange = (smallest: Money, largest: Money): UserError =>
  new UserError(
    'TopUpAmountOutOfRange',
    `A top-up is from ${formatMoney(smallest)} to ${formatMoney(largest)}.`,
    { smallest, largest },
    ['amount'],
  );

export const dailyLimitReached = (left: Money): UserError =>
  new UserError('TopUpDailyLimitReached', `Within 24 hours you can top up ${formatMoney(left)} more.`, { left }, [
    'amount',
  ]);

export const providerUnavailable = (): UserError =>
  new UserError(
    'PaymentProviderUnavailable',
    'The payment provider does not answer. Nothing was charged; send the same request again in a moment.',
  );

export const refundExceedsTopUp = (refundable: Money): UserError =>
  new UserError(
    'RefundExceedsTopUp',
    `Of this top-up ${formatMoney(refundable)} can go back to the card.`,
    { refundable },
    ['amount'],
  );
