import { type Resolvers } from '../../generated/graphql';
import { access } from '../../graphql/access';
import { outcome } from '../../graphql/outcome';
import { takeOne } from '../../platform/limits';
import { nicheNameIn, nicheTree } from '../catalog';
import { languageOf } from '../leads';
import { askForMyData } from './askForMyData';
import { cameFrom } from './cameFrom';
import { correctMyData, withdrawMyConsent } from './changeMyData';
import { eraseForPerson } from './eraseForPerson';
import { eraseMyData } from './eraseMyData';
import { myData } from './myData';
import { proveMyContact } from './proveMyContact';
import { RIGHTS_LIMIT } from './rules';

function nicheWord(nicheId: string, language: string | null | undefined): string {
  const niche = nicheTree().byId(nicheId);
  return niche ? nicheNameIn(niche, languageOf(language ?? '')) : '';
}

export const resolvers: Resolvers = {
  Query: {
    myData: access.anyone(async (_parent, { token }, { ip }) => {
      await takeOne(RIGHTS_LIMIT.readPerIp, ip);
      return myData(token);
    }),
  },
  Mutation: {
    askForMyData: access.anyone(
      outcome('AskForMyDataPayload', (_parent, { input }, { ip }) => askForMyData(input, ip)),
    ),
    proveMyContact: access.anyone(
      outcome('ProveMyContactPayload', (_parent, { input }, { ip }) => proveMyContact(input, ip)),
    ),
    correctMyData: access.anyone(
      outcome('CorrectMyDataPayload', (_parent, { input }, { ip }) => correctMyData(input, ip)),
    ),
    withdrawMyConsent: access.anyone(
      outcome('WithdrawMyConsentPayload', (_parent, { input }, { ip }) => withdrawMyConsent(input, ip)),
    ),
    eraseMyData: access.anyone(outcome('EraseMyDataPayload', (_parent, { input }, { ip }) => eraseMyData(input, ip))),
    eraseForPerson: access.admin('ADMIN')(
      outcome('EraseForPersonPayload', (_parent, { input }, { viewer }) => eraseForPerson(viewer, input)),
    ),
  },
  OwnRequest: {
    id: ({ lead }) => lead._id,
    niche: ({ niche }, { language }) => (niche ? nicheNameIn(niche, languageOf(language ?? '')) : ''),
    state: ({ lead }) => lead.state,
    submittedAt: ({ lead }) => lead.submittedAt,
    proofs: ({ lead }) => lead.proofs,
    consent: ({ lead, consent }) => consent && { ...consent, lead },
    cameFrom: ({ lead }) => cameFrom(lead),
    canWithdraw: ({ lead }) => lead.state !== 'WITHDRAWN',
    canCorrect: ({ isBeside, isContested }) => !isBeside && !isContested,
  },
  OwnBusinessRecord: { niche: ({ nicheId }, { language }) => nicheWord(nicheId, language) },
  OwnCall: { niche: ({ nicheId }, { language }) => nicheWord(nicheId, language) },
  OwnRecording: { id: ({ _id }) => _id },
  Erasure: {
    number: ({ _id }) => _id,
    requestCount: ({ leadIds }) => leadIds.length,
    recipientCount: ({ agencyIds, buyerIds }) => agencyIds.length + buyerIds.length,
  },
};
