import { type CertificateDifference, type CertificatePart, type CheckCertificateInput } from '../../generated/graphql';
import { invalidInput } from '../../platform/errors';
import { takeFrom } from '../../platform/limits';
import { differingParts, isSigned, sealOf, type CertificateFile } from './document';
import { differingLines } from './html';
import { type CertificateRow, Certificates } from './model';
import { readCertificateFile } from './readFile';
import { changesOfRecords, isSameContent } from './record';
import { isKeyOfMarket } from './signingKeys';

const CHECKS_PER_MINUTE = 120;
const MOST_CHARS = 90_000;

interface Checked {
  verdict: 'AS_ISSUED' | 'CHANGED' | 'RECORD_CHANGED' | 'UNKNOWN' | 'UNREADABLE';
  certificateId: string | null;
  issuedAt: Date | null;
  seal: string | null;
  differences: CertificateDifference[];
}

const nothing = (verdict: 'UNKNOWN' | 'UNREADABLE'): Checked => ({
  verdict,
  certificateId: null,
  issuedAt: null,
  seal: null,
  differences: [],
});

/**
 * Says to anybody whether a certificate is as issued: one that lies here by its id, or a file. What differs is named
 * only to who holds a file that this market issued; of who the person is nothing is ever told.
 */
export async function checkCertificate(ip: string, { id, file }: CheckCertificateInput): Promise<Checked> {
  if ((id === undefined || id === null) === (file === undefined || file === null))
    throw invalidInput('Give either the id of a certificate or its file.');
  await takeFrom('check-certificate', ip, CHECKS_PER_MINUTE, 60);
  if (typeof id === 'string') return checkById(id);
  if (file!.length > MOST_CHARS) throw invalidInput('This is longer than any certificate.', ['file']);
  return checkFile(file!);
}

async function checkById(id: string): Promise<Checked> {
  const row = await Certificates.findById(id).lean<CertificateRow>();
  return row ? checkedRecord(row, []) : nothing('UNKNOWN');
}

async function checkFile(dropped: string): Promise<Checked> {
  const read = readCertificateFile(dropped);
  if (!read) return nothing('UNREADABLE');
  const { file, page, spelledOtherwise } = read;
  const row = await Certificates.findById(file.certificate.id).lean<CertificateRow>();
  const inValues = await differencesOfFile(file, row);
  if (inValues === null) return nothing('UNKNOWN');
  const inFile = eachOnce([...inValues, ...spelledOtherwise.map(told('FILE'))]);
  const inPage = page === null ? [] : differingLines(file, page).map(told('PAGE'));
  if (!row) {
    const { id, issuedAt } = file.certificate;
    const at = new Date(issuedAt);
    const isReadable = !Number.isNaN(at.getTime());
    const differences = [...inFile, ...inPage, told('RECORD')('id')];
    const verdict = inFile.length + inPage.length > 0 ? 'CHANGED' : 'RECORD_CHANGED';
    return { verdict, certificateId: id, issuedAt: isReadable ? at : null, seal: file.seal, differences };
  }
  return checkedRecord(row, [...inFile, ...inPage], file);
}

/**
 * What somebody changed in a file; null when it is none of this market's, or so changed that nothing in it shows that
 * its holder ever had a true one: such a one is told nothing, or a file could be tried until all of it is known.
 */
async function differencesOfFile(
  { certificate, seal, signature, publicKey, contact }: CertificateFile,
  row: CertificateRow | null,
): Promise<CertificateDifference[] | null> {
  const isTrue = (await isKeyOfMarket(publicKey)) && isSigned(certificate, signature, publicKey);
  const isOfHolder = row !== null && (row.signature === signature || isSameContent(certificate, row.document));
  if (!isTrue && !isOfHolder) return null;
  const parts = [
    ...(isTrue ? [] : differingParts(certificate, row!.document)),
    ...(seal === (isTrue ? sealOf(certificate) : row!.seal) ? [] : ['seal']),
    ...(isTrue || row!.signature === signature ? [] : ['signature']),
    ...(isTrue || row!.publicKey === publicKey ? [] : ['publicKey']),
    ...(contact && !isPartTrue(contact, isTrue ? publicKey : row!.publicKey, certificate.id) ? ['contact'] : []),
  ];
  return [...new Set(parts)].map(told('FILE'));
}

function isPartTrue({ signature, ...part }: NonNullable<CertificateFile['contact']>, key: string, id: string): boolean {
  return part.certificateId === id && isSigned(part, signature, key);
}

const eachOnce = (found: readonly CertificateDifference[]): CertificateDifference[] => [
  ...new Map(found.map((difference) => [difference.part, difference])).values(),
];

/** What the market keeps, beside what was found in the file. */
async function checkedRecord(
  row: CertificateRow,
  found: CertificateDifference[],
  file?: CertificateFile,
): Promise<Checked> {
  const ofRecord = (await changesOfRecords([row])).get(row._id) ?? [];
  const isFileTrue = file !== undefined && found.every(({ place }) => place !== 'FILE');
  const ofRow = isFileTrue ? differingParts(file.certificate, row.document) : [];
  const inRecord = [...new Set([...ofRecord, ...ofRow])].map(told('RECORD'));
  return {
    verdict: found.length > 0 ? 'CHANGED' : inRecord.length > 0 ? 'RECORD_CHANGED' : 'AS_ISSUED',
    certificateId: row._id,
    issuedAt: row.issuedAt,
    seal: row.seal,
    differences: [...found, ...inRecord],
  };
}

const PARTS: Readonly<Record<string, CertificatePart>> = {
  id: 'ID',
  saleId: 'SALE',
  leadId: 'LEAD',
  niche: 'NICHE',
  text: 'TEXT',
  textHash: 'TEXT_HASH',
  page: 'PAGE',
  givenAt: 'GIVEN_AT',
  method: 'METHOD',
  userAgent: 'USER_AGENT',
  hasIp: 'HAS_IP',
  recipients: 'RECIPIENTS',
  seenBy: 'SEEN_BY',
  namedRecipients: 'NAMED_RECIPIENTS',
  issuedAt: 'ISSUED_AT',
  issuer: 'ISSUER',
  seal: 'SEAL',
  signature: 'SIGNATURE',
  publicKey: 'PUBLIC_KEY',
  contact: 'CONTACT',
  ip: 'CONTACT',
  wholeText: 'CONTACT',
  consent: 'CONSENT',
};

const told =
  (place: CertificateDifference['place']) =>
  (part: string): CertificateDifference => ({ place, part: PARTS[part] ?? 'OTHER' });
