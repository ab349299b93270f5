import { Upload } from 'lucide-react';
import { type Area, ofKind } from '../../app/area';

/** Files of leads: sending them, saying what their columns mean, and what became of each row. */
export const area: Area = {
  closed: [
    { path: '/upload', lazy: async () => ({ Component: (await import('./UploadPage')).UploadPage }) },
    { path: '/upload/:batchId', lazy: async () => ({ Component: (await import('./BatchPage')).BatchPage }) },
  ],
  navigation: [{ to: '/upload', label: 'navigation.intake', icon: Upload, order: 10, isFor: ofKind('AGENCY') }],
};
