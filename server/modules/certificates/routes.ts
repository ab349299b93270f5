import { type Request, type Response, type Router } from 'express';
import { liveViewerOf } from '../../http/viewerOf';
import { notFound } from '../../platform/errors';
import { takeFrom } from '../../platform/limits';
import { type CertificateFile } from './document';
import { certificatePage } from './html';
import { type CertificateRow } from './model';
import { readCertificate, sealedPartOf } from './readCertificate';

export const fileAddress = (id: string): string => `/api/certificates/${id}/file`;

const FILES_PER_MINUTE = 120;

/**
 * `GET /api/certificates/:id/file`: the certificate as a file to keep, as a page or with `?form=json` as JSON. With what
 * is sealed with the contact for those who may see that now; the look is recorded.
 */
export function certificateRoutes(router: Router): void {
  router.get(fileAddress(':id'), getFile);
}

async function getFile(request: Request<{ id: string }>, response: Response): Promise<void> {
  const viewer = await liveViewerOf(request, { evenSuspended: true });
  await takeFrom('certificate-file', viewer.personId, FILES_PER_MINUTE, 60);
  const row = await readCertificate(viewer, request.params.id);
  if (!row) {
    const { typename, message } = { typename: 'NotFound', message: notFound('certificate').message };
    response.status(404).json({ error: typename, message });
    return;
  }
  const contact = await sealedPartOf(viewer, row);
  const isJson = request.query.form === 'json';
  const file = { ...fileOf(row), ...(contact ? { contact } : {}) };
  response.setHeader('cache-control', 'private, no-store');
  response.setHeader('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'");
  response.setHeader('content-disposition', `attachment; filename="${row._id}.${isJson ? 'json' : 'html'}"`);
  response.type(isJson ? 'application/json' : 'text/html; charset=utf-8');
  response.send(isJson ? `${JSON.stringify(file, null, 2)}\n` : certificatePage(file));
}

const fileOf = ({ document, seal, signature, publicKey }: CertificateRow): CertificateFile => ({
  certificate: document,
  seal,
  signature,
  publicKey,
});
