import { type ModuleManifest } from '../../platform/manifest';
import { invariants } from './invariants';
import { certificatesOfSales } from './issue';
import { type CertificateLoaders, loaders } from './loaders';
import { certificateCollections } from './model';
import { resolvers } from './resolvers';
import { certificateRoutes } from './routes';

export { type CertificateLoaders };

export const manifest: ModuleManifest = {
  name: 'certificates',
  resolvers,
  loaders,
  collections: certificateCollections,
  handlers: [
    {
      topic: 'sale.held',
      name: 'certificates.issue',
      async handle({ saleId }) {
        await certificatesOfSales([saleId]);
      },
    },
  ],
  invariants,
  routes: certificateRoutes,
};
