import { type LeadSource } from './forms/sourceTags';
import { type ConsentRecord } from './model';

/**
 * What intake hands to the checks: one row of a file (or one lead of another source) after its columns were
 * understood, before anything is decided. Values are the cell texts, trimmed, otherwise as the agency wrote them;
 * checks normalise them. Absent or empty cells are left out.
 */
export interface CandidateValues {
  fullName?: string;
  givenName?: string;
  familyName?: string;
  /** As written; the `p:` that some exports put in front is taken off. */
  phone?: string;
  email?: string;
  city?: string;
  region?: string;
  /** Country name or ISO 3166-1 alpha-2 code as written; the batch's own country where the file has none. */
  country?: string;
  /** Slug or name of a niche as written, where the file mixes niches; of any other text the batch's niche holds. */
  niche?: string;
  temperature?: string;
  contactKind?: string;
  channel?: string;
  type?: string;
  comment?: string;
  /** When the person left the contact, as written (ISO 8601 where the reader knew the cell to be a date, without a zone where it names none). */
  createdAt?: string;
  convenientTime?: string;
  /** What was agreed to, or yes or no to the batch's text. */
  consentText?: string;
  consentPage?: string;
  /** Where absent, the checks take `createdAt`, then the batch's. */
  consentAt?: string;
  consentIp?: string;
  consentMethod?: string;
  /** Answers to the niche's own form, by field key. */
  answers: Record<string, string>;
}

export interface CandidateRow {
  /** The row's number as a person counts it in the file: the header is row 1, the first data row 2 (1 without header). */
  row: number;
  /** The agency's or the export's own id of the lead, such as `l:1000000000000001`; kept, not compared. */
  externalId?: string;
  values: CandidateValues;
  /** A date of the row can be read only with day and month in the other order than its column shows. */
  hasDateOfOtherOrder?: true;
  origin?: Origin;
  /** Where the person came from, as the page of a form told it. */
  source?: LeadSource;
  /** Whom the form named as those who may use the request: a form of this market, or as the agency says of its own. */
  namedRecipients?: readonly string[];
}

/**
 * What the server itself saw when a person sent a form. There is none of rows of files, nor of what other systems send:
 * their addresses and browsers are not the person's.
 */
export interface Origin {
  /** The hosted form that was filled. */
  formId: string;
  /** The address that the form was sent from. */
  ip: string | null;
  /** As the browser sent it; empty where it sent none. */
  userAgent: string;
  /** A random mark that the form keeps in the browser; null where it could not. */
  deviceId: string | null;
  /** Milliseconds from the form's showing to its sending, as the page says; null where it does not. */
  fillMs: number | null;
  /** The age of the form's one-use token; null where there was none, or it was not ours, not of this form or used before. */
  tokenAgeMs: number | null;
  /** Whether the field that people do not see was filled. */
  isTrapFilled: boolean;
}

/** What holds for all rows of a batch where the row itself says nothing. */
export interface BatchDefaults {
  temperature?: 'COLD' | 'WARM' | 'HOT';
  contactKind?: 'QUICK' | 'REGISTRATION' | 'PROMO' | 'INTERESTED';
  channel?: string;
  type?: 'SEED' | 'NET' | 'SPEAR';
  consentText?: string;
  consentPage?: string;
  consentMethod?: string;
  /** Of rows that tell neither when consent was given nor when the contact was left, or not so that it can be read. */
  consentAt?: Date;
}

/** The batch as the checks need it. */
export interface CandidateBatch {
  _id: string;
  agencyId: string;
  /** The person who uploaded the file. */
  personId: string;
  nicheId: string;
  /** ISO 3166-1 alpha-2: the country that phones and cities are read in where the row names none. */
  country: string;
  /** When the import was asked for: the same for all its rows, however long it runs. */
  at: Date;
  defaults: BatchDefaults;
}

/** One sign that spoke against (or for) the row, in words. */
export interface RowSignal {
  code: string;
  /** One sentence for the agency: what is wrong and what would cure it. Stored plain: no name, number or address. */
  message: string;
  /** Whether the row ended as it did because of this one, alone or with others; the rest was only noted. */
  isDeciding: boolean;
}

export type RowOutcome =
  | {
      row: number;
      outcome: 'ACCEPTED';
      leadId: string;
      /** None is deciding: what was noted of the lead all the same, with what would cure it. */
      signals: RowSignal[];
      contactHashes?: string[];
    }
  | { row: number; outcome: 'QUARANTINED'; leadId: string; signals: RowSignal[]; contactHashes?: string[] }
  | {
      row: number;
      outcome: 'DUPLICATE';
      /** The lead this person already is; named in the report only where it is the agency's own. */
      ofLeadId?: string;
      /** True when that lead is the agency's own. */
      isOwn: boolean;
      /** The earlier row of the same call that is the same person, where it is one. */
      ofRow?: number;
      /** Of a repeat by a hosted form. */
      sent?: SentByForm;
      signals: RowSignal[];
    }
  | {
      row: number;
      outcome: 'REJECTED';
      signals: RowSignal[];
      /** Of what came by a hosted form and is refused for nothing but that its person asked not to be contacted. */
      sent?: SentByForm;
    };

/** What the sender of a hosted form is asked by where no lead was stored of it. */
export interface SentByForm {
  /** The id that a lead of it would have. */
  leadId: string;
  phoneHash: string | null;
  emailHash: string | null;
  /** What a message reaches. */
  reached: { PHONE: string | null; EMAIL: string | null };
  isOfProgram: boolean;
  nicheId: string;
  askedFor: Date;
  consent: ConsentRecord;
  consentText: string;
  /** By channel, for whom it stands where that is no lead of the agency: see confirm/apart.ts. */
  standsFor: { PHONE: string | null; EMAIL: string | null };
}

/**
 * The door of the checks, in accept/acceptRows.ts:
 *
 *   acceptRows(rows: CandidateRow[], batch: CandidateBatch, options?: { isDryRun?: boolean }): Promise<RowOutcome[]>
 *
 * At most 1,000 rows a call, answered in the same order. It joins the caller's transaction: leads, contacts and hashes
 * are stored, or nothing is. Calling it again with the same (batch, row) answers the outcome stored before and stores
 * nothing new. A dry run makes the same decisions, stores nothing, leaves the lead ids empty and adds `contactHashes`
 * (the keyed hashes that a later row would be a duplicate by), from which intake counts repeats across calls.
 */
