import { type Resolvers } from '../../../generated/graphql';
import { access } from '../../../graphql/access';
import { outcome } from '../../../graphql/outcome';
import { now } from '../../../platform/clock';
import { askToConfirm } from './askToConfirm';
import { confirmRequest } from './confirmRequest';
import { denyRequest } from './denyRequest';
import { consentAbout, factsOf, isOpenTo, readConfirmation, shownState } from './readConfirmation';
import { sendCodeAgain } from './sendCodeAgain';
import { withdrawConsent } from './withdrawConsent';

export const resolvers = {
  Query: {
    confirmation: access.anyone((_parent, { token }, { ip }) => readConfirmation(token, ip)),
  },
  Mutation: {
    askToConfirm: access.agency()(
      outcome('AskToConfirmPayload', (_parent, { input }, { viewer }) => askToConfirm(viewer, input)),
    ),
    confirmRequest: access.anyone(
      outcome('ConfirmRequestPayload', (_parent, { input }, { ip }) => confirmRequest(input, ip)),
    ),
    denyRequest: access.anyone(outcome('DenyRequestPayload', (_parent, { input }, { ip }) => denyRequest(input, ip))),
    withdrawConsent: access.anyone(
      outcome('WithdrawConsentPayload', (_parent, { input }, { ip }) => withdrawConsent(input, ip)),
    ),
    sendCodeAgain: access.anyone(
      outcome('SendCodeAgainPayload', (_parent, { input }, { ip }) => sendCodeAgain(input, ip)),
    ),
  },
  Confirmation: {
    id: ({ _id }) => _id,
    language: ({ language = 'en' }) => language,
    state: shownState,
    isAnsweredElsewhere: ({ isAnsweredElsewhere = false }) => isAnsweredElsewhere,
    question: factsOf,
    consent: async (row, _args, { loaders }) => {
      if (row.about) return consentAbout(row);
      const { leadId } = row;
      const [consent, lead] = [await loaders.consentByLead.load(leadId), await loaders.leadById.load(leadId)];
      return consent && lead ? { ...consent, lead } : null;
    },
    canConfirm: (row) => isOpenTo(row, 'OPEN'),
    canDeny: (row) => isOpenTo(row, 'OPEN'),
    canWithdraw: (row) => isOpenTo(row, 'OPEN', 'CONFIRMED'),
    code: ({ code }) => code && { ...code, isGood: code.triesLeft > 0 && code.expiresAt > now() },
  },
} satisfies Resolvers;
