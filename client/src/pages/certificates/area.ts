import type { Area } from '../../app/area';

/** The proofs of consent that buyers keep: one opened by its address, and whether a file is as issued. */
export const area: Area = {
  open: [
    { path: '/c/:id', lazy: async () => ({ Component: (await import('./CertificatePage')).CertificatePage }) },
    {
      path: '/check-certificate',
      lazy: async () => ({ Component: (await import('./CheckCertificatePage')).CheckCertificatePage }),
    },
  ],
};
