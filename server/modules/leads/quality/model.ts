import mongoose from '../../../platform/mongoose';
import { type CollectionSpec } from '../../../platform/manifest';

/** How an agency's leads of one day fared. */
export interface AgencyDayRow {
  _id: string;
  agencyId: string;
  day: Date;
  judged: number;
  accepted: number;
  verified: number;
}

/** What was told of an agency last, so that only changes are. */
export interface AgencyToldRow {
  _id: string;
  judged: number;
  accepted: number;
  verified: number;
}

const options = (collection: string) => ({ collection, versionKey: false as const });

export const AgencyDays = mongoose.model(
  'AgencyDay',
  new mongoose.Schema<AgencyDayRow>(
    { _id: String, agencyId: String, day: Date, judged: Number, accepted: Number, verified: Number },
    options('agency_days'),
  ),
);

export const AgencyTold = mongoose.model(
  'AgencyTold',
  new mongoose.Schema<AgencyToldRow>(
    { _id: String, judged: Number, accepted: Number, verified: Number },
    options('agency_told'),
  ),
);

const KEPT_SECONDS = 100 * 86_400;

export const qualityCollections: CollectionSpec[] = [
  {
    name: 'agency_days',
    indexes: [{ key: { agencyId: 1, day: 1 } }, { key: { day: 1 }, expireAfterSeconds: KEPT_SECONDS }],
  },
  { name: 'agency_told', indexes: [] },
];
