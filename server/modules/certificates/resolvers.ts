import { type Resolvers } from '../../generated/graphql';
import { access } from '../../graphql/access';
import { outcome } from '../../graphql/outcome';
import { isErased } from '../leads';
import { checkCertificate } from './checkCertificate';
import { isSideOf } from './policy';
import { readCertificate, sealedPartOf } from './readCertificate';
import { fileAddress } from './routes';

export const resolvers: Resolvers = {
  Query: {
    certificate: access.signedIn((_parent, { id }, { viewer }) => readCertificate(viewer, id)),
    checkCertificate: access.anyone(
      outcome('CheckCertificatePayload', (_parent, { input }, { ip }) => checkCertificate(ip, input)),
    ),
  },
  Certificate: {
    id: ({ _id }) => _id,
    text: ({ document }) => document.text,
    textHash: ({ document }) => document.textHash,
    page: ({ document }) => document.page,
    givenAt: ({ document }) => new Date(document.givenAt),
    method: ({ document }) => document.method as never,
    userAgent: ({ document }) => document.userAgent,
    hasIp: ({ document }) => document.hasIp,
    recipientNames: ({ document }) => document.recipients,
    seenBy: ({ document }) => document.seenBy ?? null,
    namedRecipients: ({ document }) => document.namedRecipients ?? [],
    nicheName: ({ document }) => document.niche,
    fileAddress: ({ _id }) => fileAddress(_id),
    isSealedPartKept: async ({ leadId }, _args, { loaders }) => {
      const lead = await loaders.leadById.load(leadId);
      return lead !== null && !isErased(lead);
    },
    sealedPart: (certificate, _args, { viewer }) => (viewer ? sealedPartOf(viewer, certificate) : null),
  },
  Sale: {
    certificate: async ({ _id, agencyId, buyerId }, _args, { viewer, loaders }) =>
      viewer && isSideOf(viewer, { agencyId, buyerId }) ? loaders.certificateOfSale.load(_id) : null,
  },
};
