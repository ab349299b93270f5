import { UserError } from '../../platform/errors';
import { formatMoney, type Money } from '../../platform/money';

export const insufficientFunds = (shortfall: Money): UserError =>
  new UserError(
    'InsufficientFunds',
    `The wallet is short of ${formatMoney(shortfall)}. Nothing was charged; top up and send the same request again.`,
    { shortfall },
  );

export const walletFrozen = (): UserError =>
  new UserError('WalletFrozen', 'The wallet is frozen and cannot be spent from. Nothing was charged.');
