import { config } from '../../config';
import { now } from '../../platform/clock';
import { newId } from '../../platform/ids';
import { organisationsById } from '../accounts';
import { nicheTree } from '../catalog';
import { type ConsentRead, consentsOf, isSeenByMarket, recipientsNamed } from '../leads';
import { type Sale, salesById } from '../market';
import { type CertificateDocument, signed } from './document';
import { type CertificateRow, Certificates } from './model';
import { rememberKey } from './signingKeys';

/**
 * The certificates of these sales, by sale; those that the market has not issued yet are issued on the way. A lead of
 * which no consent is kept any more gets none.
 */
export async function certificatesOfSales(saleIds: readonly string[]): Promise<Map<string, CertificateRow>> {
  const issued = await stored(saleIds);
  const missing = saleIds.filter((id) => !issued.has(id));
  if (missing.length === 0) return issued;
  await issue([...(await salesById(missing)).values()]);
  return stored(saleIds);
}

async function stored(saleIds: readonly string[]): Promise<Map<string, CertificateRow>> {
  // As they are now: one that was issued a moment ago is there.
  const rows = await Certificates.find({ saleId: { $in: [...new Set(saleIds)] } })
    .readConcern('local')
    .lean<CertificateRow[]>();
  return new Map(rows.map((row) => [row.saleId, row]));
}

async function issue(sales: readonly Sale[]): Promise<void> {
  if (sales.length === 0) return;
  const consents = await consentsOf(sales.map(({ leadId }) => leadId));
  const names = await organisationsById(sales.flatMap(({ agencyId, buyerId }) => [agencyId, buyerId]));
  const nameOf = (id: string): string => names.get(id)?.name ?? '';
  const rows = sales.flatMap((sale) => {
    const consent = consents.get(sale.leadId);
    return consent ? [rowOf(sale, consent, { agency: nameOf(sale.agencyId), buyer: nameOf(sale.buyerId) })] : [];
  });
  if (rows.length === 0) return;
  await rememberKey();
  // Of two at once the first stays: a sale has one certificate.
  await Certificates.bulkWrite(
    rows.map(({ saleId, ...row }) => ({
      updateOne: { filter: { saleId }, update: { $setOnInsert: row }, upsert: true },
    })),
    { ordered: false, timestamps: false },
  ).catch(ignoreRepeats);
}

/** The unique index refused a second certificate of a sale, which is what it is for. */
function ignoreRepeats(error: unknown): void {
  if ((error as { code?: number }).code !== 11000) throw error;
}

function rowOf(sale: Sale, consent: ConsentRead, names: { agency: string; buyer: string }): CertificateRow {
  const id = newId('certificate');
  const issuedAt = now();
  const document: CertificateDocument = {
    kind: 'leadbourse-consent-certificate',
    version: 1,
    id,
    saleId: sale._id,
    leadId: sale.leadId,
    niche: nicheTree().byId(sale.nicheId)?.name ?? sale.nicheId,
    text: consent.text,
    textHash: consent.textHash,
    page: consent.page,
    givenAt: consent.at.toISOString(),
    method: consent.method,
    userAgent: consent.userAgent ?? null,
    hasIp: consent.hasIp,
    recipients: recipientsNamed(consent.recipients, { ...names, nicheId: sale.nicheId }),
    seenBy: isSeenByMarket(consent) ? 'MARKET' : 'AGENCY',
    ...(consent.namedRecipients ? { namedRecipients: consent.namedRecipients } : {}),
    issuedAt: issuedAt.toISOString(),
    issuer: config.publicUrl,
  };
  const { _id: saleId, leadId, buyerId, agencyId } = sale;
  return { _id: id, saleId, leadId, buyerId, agencyId, document, ...signed(document), issuedAt };
}
