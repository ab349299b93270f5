import mongoose from '../../../platform/mongoose';
import { type CollectionSpec } from '../../../platform/manifest';
import { type ConsentRecord } from '../model';

/** The consent under which an erased lead was sold. It names nobody, and disputes still ask for it. */
interface KeptConsent {
  _id: string;
  agencyId: string;
  consent: ConsentRecord;
}

export const KeptConsents = mongoose.model(
  'KeptConsent',
  new mongoose.Schema<KeptConsent>(
    { _id: String, agencyId: String, consent: { type: mongoose.Schema.Types.Mixed, immutable: true } },
    { collection: 'kept_consents', versionKey: false, minimize: false },
  ),
);

export const keptConsentCollection: CollectionSpec = { name: 'kept_consents', indexes: [] };
