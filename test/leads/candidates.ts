import { type CandidateBatch, type CandidateRow } from '../../server/modules/leads/candidate';
import { now } from '../../server/platform/clock';
import { newId } from '../../server/platform/ids';
import { type Actor } from '../kit/world';
import { anotherPhone, daysAgo } from './submitting';

/** A call of rows by an agency. */
export const batchOf = (actor: Actor, overrides: Partial<CandidateBatch> = {}): CandidateBatch => ({
  _id: newId('batch'),
  agencyId: actor.organisationId,
  personId: actor.personId,
  nicheId: 'niche_motor-insurance',
  country: 'KE',
  at: now(),
  defaults: {
    consentText: 'I agree that insurers call me about my car.',
    consentPage: 'https://forms.example.com/car',
    consentMethod: 'web form',
  },
  ...overrides,
});

type Values = CandidateRow['values'];
/** What a test says of a row; undefined takes away what it would have. */
export type Said = { [Name in keyof Values]?: Values[Name] | undefined };

/** A sound row of somebody with a phone of their own. */
export const rowOf = (row: number, values: Said = {}): CandidateRow => ({
  row,
  values: {
    fullName: 'Amina Odhiambo',
    phone: anotherPhone(),
    city: 'Mombasa',
    consentAt: daysAgo(30),
    consentIp: '203.0.113.9',
    answers: {},
    ...values,
  } as Values,
});
