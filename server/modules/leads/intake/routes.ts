import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse as parseDisposition } from 'content-disposition';
import { type Request, type RequestHandler, type Response, type Router } from 'express';
import { config } from '../../../config';
import { type Viewer } from '../../../graphql/viewer';
import { liveViewerOf } from '../../../http/viewerOf';
import { forbidden, notFound, UserError } from '../../../platform/errors';
import { takeFrom } from '../../../platform/limits';
import { UnreadableFile } from './file/fileKind';
import { findBatch } from './findBatch';
import { sameFilesAs } from './lists';
import { type Batch } from './model';
import { receiveFile } from './receiveFile';
import { reportLines } from './report';
import { reportAddress, uploadAddress } from './addresses';

const UPLOADS_AN_HOUR = 300;

const STATUS: Record<string, number> = {
  NotFound: 404,
  Conflict: 409,
  FileTooLarge: 413,
  UnsupportedEncoding: 415,
  TooManyRequests: 429,
  Busy: 503,
};

/** `PUT /api/batches/:id/file` and `GET /api/batches/:id/report`: the doors of intake that are not GraphQL. */
export function intakeRoutes(router: Router): void {
  router.put(uploadAddress(':id'), answering(putFile));
  router.get(reportAddress(':id'), answering(getReport));
}

/** Refusals as JSON with a status that fits; everything else is a fault and goes on to the app's own handler. */
function answering(
  door: (request: Request<{ id: string }>, response: Response) => Promise<void>,
): RequestHandler<{ id: string }> {
  return async (request, response) => {
    try {
      await door(request, response);
    } catch (error) {
      if (response.headersSent) return void response.destroy();
      if (error instanceof UnreadableFile) {
        response.status(422).json({ error: 'UnreadableFile', problem: error.problem, message: error.message });
      } else if (error instanceof UserError) {
        response.status(STATUS[error.typename] ?? 400).json({ error: error.typename, message: error.message });
      } else throw error;
    }
  };
}

async function agencyOf(request: Request): Promise<Viewer> {
  const viewer = await liveViewerOf(request);
  if (viewer.organisationKind !== 'AGENCY') throw forbidden();
  return viewer;
}

const LONGEST_NAME_CHARS = 200;

/** What the sender calls the file, without folders and without what is no writing; null where that is nothing. */
function fileNameOf({ headers }: Request): string | null {
  const told = headers['content-disposition'];
  if (!told) return null;
  try {
    const name = parseDisposition(told).parameters.filename?.split(/[/\\]/).at(-1) ?? '';
    return name.replace(/\p{C}/gu, '').trim().slice(0, LONGEST_NAME_CHARS) || null;
  } catch {
    return null;
  }
}

/** The body is the file, byte for byte; it is never held whole. */
async function putFile(request: Request<{ id: string }>, response: Response): Promise<void> {
  try {
    const viewer = await agencyOf(request);
    await takeFrom('upload', viewer.organisationId, UPLOADS_AN_HOUR, 3600);
    refuseUnreadableBody(request);
    const batch = await receiveFile(viewer, request.params.id, request, fileNameOf(request));
    response.json(await answerOf(batch));
  } catch (error) {
    discardRest(request);
    throw error;
  }
}

/** How long a refused sender may go on sending before its connection is cut. */
const DISCARD_MS = 10_000;

/** Reads what is left of a refused body and drops it, so that the sender gets to see the answer. */
function discardRest(request: Request): void {
  if (request.readableEnded || request.destroyed) return;
  const timer = setTimeout(() => request.destroy(), DISCARD_MS).unref();
  request.once('close', () => clearTimeout(timer)).resume();
}

function refuseUnreadableBody(request: Request): void {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity')
    throw new UserError('UnsupportedEncoding', 'Send the file as it is, without a content encoding.');
  if (request.headers['content-type']?.startsWith('multipart/')) {
    throw new UserError('InvalidInput', 'Send the bytes of the file as the body, not a form.');
  }
  if (Number(request.headers['content-length'] ?? 0) > config.maxUploadBytes) {
    throw new UserError(
      'FileTooLarge',
      `The file is over ${Math.floor(config.maxUploadBytes / 1024 / 1024)} MB. Split it and send the parts.`,
    );
  }
}

async function answerOf(batch: Batch): Promise<object> {
  const { format, heading } = batch;
  return {
    batchId: batch._id,
    state: batch.state,
    bytes: batch.file?.bytes,
    sha256: batch.file?.sha256,
    encoding: format?.kind === 'TEXT' ? format.encoding : null,
    delimiter: format?.kind === 'TEXT' ? format.dialect.delimiter : null,
    sheet: format?.kind === 'WORKBOOK' ? format.sheet : null,
    headingRow: heading?.headerRow ?? null,
    columns: batch.columns.map(({ answerKey, lost: _lost, ...column }) => ({ ...column, formFieldKey: answerKey })),
    sameFileAs: (await sameFilesAs([batch]))[0]?._id ?? null,
  };
}

/** The row report as CSV, streamed at the reader's speed; `?rows=problems` leaves out what was accepted. */
async function getReport(request: Request<{ id: string }>, response: Response): Promise<void> {
  const batch = await findBatch(await agencyOf(request), request.params.id);
  if (!batch.file || batch.importAskedAt === null) throw notFound('report');
  const which = request.query.rows === 'problems' ? 'PROBLEMS' : 'ALL';
  response.setHeader('content-type', 'text/csv; charset=utf-8');
  response.setHeader('content-disposition', `attachment; filename="${batch._id}-report.csv"`);
  response.setHeader('cache-control', 'private, no-store');
  await pipeline(Readable.from(reportLines(batch, which)), response);
}
