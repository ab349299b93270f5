import { type ModuleManifest } from '../../platform/manifest';
import { agencysWordAlone } from './agencysWordAlone';
import { collections } from './collections';
import { confirming } from './confirm/confirming';
import { requestCountCollection } from './countRequests';
import { forms } from './forms/forms';
import { handlers } from './handlers';
import { intake } from './intake/intake';
import { invariants } from './invariants';
import { loaders } from './loaders';
import { fenceCollection, raiseFences } from './personFence';
import { meta } from './meta/meta';
import { soundsOfRecordings } from './recordings/recordedSounds';
import { recordings } from './recordings/recordings';
import { resolvers } from './resolvers';
import { startRuleWeights, stopRuleWeights } from './ruleWeights/memory';
import { ruleWeightCollection } from './ruleWeights/model';
import { ruleResolvers } from './ruleWeights/resolvers';
import { contactKeysOfStoredLeads, keysOfStoredLeads, soundsOfStoredLeads } from './alike/keysOfStoredLeads';
import { eraseOldContacts } from './subject/eraseOldContacts';
import { keptConsentCollection } from './subject/keptConsents';
import { withdrawnStandNoMore } from './subject/withdrawnStandNoMore';
import { wordsOfEarlierLeads } from './subject/wordsOfEarlierLeads';
import { startShares, stopShares } from './alike/sharesOfMarket';
import { sealConsents } from './sealConsents';
import { countAgencyDays } from './quality/countAgencyDays';
import { countDaysAnew } from './quality/countDaysAnew';
import { qualityCollections } from './quality/model';
import { markCollections } from './marks/model';
import { tradersBefore } from './marks/nicheTraders';
import { listHashesOfStoredLeads } from './vault/listHashesOfStoredLeads';
import { mailboxesOfStoredLeads } from './vault/mailboxesOfStoredLeads';
import { reasonsOfSuppressions } from './suppress/suppressions';
import { sealExactAnswers } from './sealExactAnswers';

export { acceptedLeads } from './acceptedLeads';
export { type LeadLoaders } from './loaders';
export { type Lead, type Signal } from './model';
export { businessPhone, countriesOfPhone, countryOfPhone, maskedPhone, phoneAsWritten } from './checks/businessPhone';
export { CONSENT_METHODS } from './checks/consent';
export {
  type Channel,
  CHANNELS,
  CONTACT_KINDS,
  type ContactKind,
  LEAD_TYPES,
  type LeadType,
  type Temperature,
  TEMPERATURES,
} from './facts';
export { type CoarseAnswer } from './checks/answers';
export { type FactsAlone, factsAlone, type FactsTold } from './factsAlone';
export { type Contact } from './judgeRow';
export { judgeSubmitted, type JudgedLead } from './judgeSubmitted';
export { type ConsentRead, consentsOf, contactHashesOf, isSeenByMarket, leadsById, touchesOf } from './reads';
export { competitorDomainsOf } from './marks/readMarks';
export { looksForSales } from './looksForSales';
export { recipientsNamed } from './recipients';
export { type ProofChannel, isErased, isRefuted, provenChannels } from './rules';
export { filled, type Language, languageOf, momentIn } from './languages';
export { setShelf } from './shelf';
export { samePeopleAs, samePersonAs } from './samePerson';
export { correctContact, readCorrection } from './subject/correctContact';
export { leadsNamedAs } from './subject/namedAs';
export { endConsent, endConsentOfPart } from './confirm/withdrawConsent';
export { erasePerson } from './subject/erasePerson';
export { type Identity, readIdentity } from './subject/identity';
export { languageOfPerson } from './subject/languageOfPerson';
export { type LeadOfPerson, leadsOfContacts, leadsOfPerson, type ProvenContact } from './subject/leadsOfPerson';
export {
  contactForPerson,
  looksForPerson,
  mayKeepPerson,
  type PersonOfBusiness,
  readPersonOfBusiness,
  recordOwnLooks,
} from './subject/personOfBusiness';
export { submitLead } from './submitLead';
export { WHOLE_TEXT } from './vault/openConsent';
export { soundAddress } from './recordings/address';
export { AUDIO_TYPES } from './recordings/audioKind';
export { type CallRecording } from './recordings/model';
export { recordingsOfLeads, storedRecording, wordsOfRecording } from './recordings/reads';
export { addressOf as addressOfForm } from './forms/addresses';
export { removeRecordings } from './recordings/removeRecordings';
export { CONSENT_IP, readContact, readContacts, recordLook } from './vault/readContact';
export { hashDomain } from './vault/sealContact';
export { hashForLists, listHashesOf } from './vault/listHashes';
export { wrongCountry, wrongNiche, wrongText } from './wrongInput';

export const manifest: ModuleManifest = {
  name: 'leads',
  resolvers: {
    ...resolvers,
    ...intake.resolvers,
    ...forms.resolvers,
    ...meta.resolvers,
    ...recordings.resolvers,
    ...confirming.resolvers,
    ...ruleResolvers,
    Query: {
      ...resolvers.Query,
      ...ruleResolvers.Query,
      ...intake.resolvers.Query,
      ...forms.resolvers.Query,
      ...meta.resolvers.Query,
      ...confirming.resolvers.Query,
    },
    Mutation: {
      ...resolvers.Mutation,
      ...ruleResolvers.Mutation,
      ...intake.resolvers.Mutation,
      ...forms.resolvers.Mutation,
      ...meta.resolvers.Mutation,
      ...recordings.resolvers.Mutation,
      ...confirming.resolvers.Mutation,
    },
    Lead: { ...resolvers.Lead, ...forms.resolvers.Lead },
  },
  loaders,
  collections: [
    ...collections,
    fenceCollection,
    ...markCollections,
    ...qualityCollections,
    requestCountCollection,
    ruleWeightCollection,
    ...intake.collections,
    ...forms.collections,
    ...meta.collections,
    ...recordings.collections,
    ...confirming.collections,
    keptConsentCollection,
  ],
  migrations: [
    raiseFences,
    sealExactAnswers,
    keysOfStoredLeads,
    sealConsents,
    listHashesOfStoredLeads,
    tradersBefore,
    wordsOfEarlierLeads,
    mailboxesOfStoredLeads,
    soundsOfRecordings,
    contactKeysOfStoredLeads,
    agencysWordAlone,
    countDaysAnew,
    reasonsOfSuppressions,
    withdrawnStandNoMore,
    soundsOfStoredLeads,
  ],
  tasks: [...intake.tasks, ...forms.tasks, ...meta.tasks, ...confirming.tasks],
  jobs: [
    ...intake.jobs,
    ...meta.jobs,
    ...recordings.jobs,
    eraseOldContacts,
    { name: 'leads.countAgencyDays', everySeconds: 3600, run: countAgencyDays },
  ],
  routes: (router) => {
    intake.routes(router);
    forms.routes(router);
    meta.routes(router);
    recordings.routes(router);
  },
  handlers: [...handlers, ...meta.handlers],
  invariants: [...invariants, ...recordings.invariants],
  start: async () => {
    await startShares();
    await startRuleWeights();
    await intake.start();
  },
  stop: async () => {
    stopShares();
    stopRuleWeights();
    await intake.stop();
  },
};
