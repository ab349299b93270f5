import { type CollectionSpec } from '../../platform/manifest';
import { CHANNELS, CONTACT_KINDS, LEAD_TYPES, TEMPERATURES } from './facts';
import { LEAD_STATES, PERSONS_WORDS, PROOF_CHANNELS } from './rules';

const whole = ['int', 'long'];
const text = { bsonType: 'string' };
const textOrNone = { bsonType: ['string', 'null'] };
const moment = { bsonType: 'date' };
const oneOf = (values: readonly (string | null)[]) => ({ enum: values });

/** No further field may be written: what is personal has no place to slip into. */
const closed = (required: Record<string, object>, optional: Record<string, object> = {}) => ({
  bsonType: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
  additionalProperties: false,
});

const signal = closed(
  { code: text, weight: { bsonType: whole }, evidence: text, ruleVersion: { bsonType: whole }, at: moment },
  { usualWeight: { bsonType: whole }, isLater: { bsonType: 'bool' } },
);

const leadFields = {
  _id: text,
  agencyId: text,
  batchId: textOrNone,
  row: { bsonType: [...whole, 'null'] },
  externalId: textOrNone,
  nicheId: text,
  regionId: text,
  countryCode: text,
  state: oneOf(LEAD_STATES),
  temperature: oneOf(TEMPERATURES),
  contactKind: oneOf(CONTACT_KINDS),
  channel: oneOf(CHANNELS),
  type: oneOf(LEAD_TYPES),
  isVerified: { bsonType: 'bool' },
  proofs: { bsonType: 'array' },
  reach: { bsonType: 'object' },
  line: oneOf(['MOBILE', 'LANDLINE', null]),
  answers: { bsonType: 'array' },
  preview: text,
  signals: { bsonType: 'array', items: signal },
  capturedAt: { bsonType: ['date', 'null'] },
  submittedAt: moment,
  decision: { bsonType: ['object', 'null'] },
};

const source = closed({
  formId: text,
  utmSource: textOrNone,
  utmMedium: textOrNone,
  utmCampaign: textOrNone,
  utmTerm: textOrNone,
  utmContent: textOrNone,
  referrer: textOrNone,
  landingPage: textOrNone,
});

const leadValidator = {
  $jsonSchema: closed(leadFields, {
    likeness: { bsonType: ['object', 'null'] },
    verdict: { bsonType: 'object' },
    wordsOfPerson: { bsonType: 'array', items: closed({ word: oneOf(PERSONS_WORDS), at: moment }) },
    mended: {
      bsonType: 'array',
      items: closed({ channel: oneOf(PROOF_CHANNELS), at: moment }, { isUnsure: { bsonType: 'bool' } }),
    },
    renamedAt: moment,
    source,
  }),
};

const hashes = { bsonType: 'array', items: text };

const sealed = closed({
  keyVersion: { bsonType: whole },
  wrappedKey: { bsonType: 'binData' },
  fields: { bsonType: 'object' },
});

const furtherContact = closed({
  touchId: text,
  at: moment,
  phoneHash: textOrNone,
  emailHash: textOrNone,
  sealed,
});

const givenName = closed({ touchId: text, agencyId: text, at: moment, sealed });

const contactFields = {
  _id: text,
  agencyId: text,
  at: moment,
  isStanding: { bsonType: 'bool' },
  phoneHash: textOrNone,
  emailHash: textOrNone,
  domainHash: textOrNone,
  sealed,
  consent: closed(
    {
      textHash: text,
      page: textOrNone,
      at: moment,
      method: text,
      hasIp: { bsonType: 'bool' },
      recipients: { bsonType: 'array', minItems: 1 },
    },
    {
      isSeen: { enum: [true] },
      userAgent: text,
      namedRecipients: { bsonType: 'array', minItems: 1, items: text },
      seal: text,
    },
  ),
};

const contactValidator = {
  $jsonSchema: closed(contactFields, {
    standsOnlyFor: text,
    matchKeys: hashes,
    matchTerms: hashes,
    personHash: text,
    sameAs: hashes,
    differentFrom: hashes,
    listHashes: hashes,
    otherNames: hashes,
    further: { bsonType: 'array', items: furtherContact },
    furtherHashes: hashes,
    alsoNamed: { bsonType: 'array', items: givenName },
  }),
};

const disclosureValidator = {
  $jsonSchema: {
    ...closed(
      {
        _id: text,
        leadId: textOrNone,
        basis: oneOf(['OWNER', 'SALE', 'STAFF', 'SUBJECT']),
        saleId: textOrNone,
        organisationId: text,
        personId: text,
        reason: { bsonType: 'string', minLength: 1 },
        at: moment,
      },
      { batchId: text, rows: { bsonType: whole, minimum: 0 } },
    ),
    // A look by a sale names the sale; a look that names no lead is its agency's, and names the upload.
    oneOf: [
      { properties: { basis: { enum: ['SALE'] }, saleId: text, leadId: text } },
      { properties: { basis: { enum: ['OWNER', 'STAFF', 'SUBJECT'] }, saleId: { bsonType: 'null' }, leadId: text } },
      {
        properties: { basis: { enum: ['OWNER'] }, saleId: { bsonType: 'null' }, leadId: { bsonType: 'null' } },
        required: ['batchId', 'rows'],
      },
    ],
  },
};

export const collections: CollectionSpec[] = [
  {
    name: 'leads',
    validator: leadValidator,
    indexes: [
      { key: { agencyId: 1, state: 1, submittedAt: -1, _id: -1 } },
      { key: { agencyId: 1, submittedAt: -1, _id: -1 } },
      { key: { batchId: 1, row: 1 } },
      { key: { batchId: 1, submittedAt: -1, _id: -1 } },
      { key: { 'signals.code': 1, submittedAt: -1 } },
      { key: { 'verdict.at': 1 }, partialFilterExpression: { 'verdict.at': { $exists: true } } },
      { key: { submittedAt: 1, _id: 1 }, name: 'quarantine', partialFilterExpression: { state: 'QUARANTINED' } },
    ],
  },
  {
    name: 'lead_contacts',
    validator: contactValidator,
    // Not unique: that two leads are one person is a finding, not a fault.
    indexes: [
      { key: { phoneHash: 1, at: -1 } },
      { key: { emailHash: 1, at: -1 } },
      { key: { matchKeys: 1, at: -1 } },
      // Few leads have a verdict; an erasure takes them out of the others.
      { key: { sameAs: 1 }, partialFilterExpression: { sameAs: { $exists: true } } },
      { key: { differentFrom: 1 }, partialFilterExpression: { differentFrom: { $exists: true } } },
      // Few have a further phone or e-mail; their owner finds the lead by it.
      { key: { furtherHashes: 1 }, partialFilterExpression: { furtherHashes: { $exists: true } } },
      { key: { at: -1 } },
    ],
  },
  { name: 'consent_texts', indexes: [] },
  { name: 'lead_touches', indexes: [{ key: { leadId: 1, at: -1 } }] },
  {
    name: 'disclosures',
    validator: disclosureValidator,
    indexes: [
      { key: { leadId: 1, at: -1 } },
      { key: { organisationId: 1, at: -1 } },
      { key: { batchId: 1, at: -1 }, partialFilterExpression: { batchId: { $exists: true } } },
    ],
  },
];
