import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse as parseDisposition } from 'content-disposition';
import { type Request, type RequestHandler, type Response, type Router } from 'express';
import { config } from '../../../config';
import { type Viewer } from '../../../graphql/viewer';
import { discardRest } from '../../../http/discardRest';
import { liveViewerOf } from '../../../http/viewerOf';
import { forbidden, invalidInput, notFound, UserError } from '../../../platform/errors';
import { takeFrom } from '../../../platform/limits';
import { UnreadableFile } from './file/fileKind';
import { findBatch } from './findBatch';
import { sameFilesAs } from './lists';
import { type Batch } from './model';
import { recordBatchLook } from '../vault/recordBatchLook';
import { receiveFile } from './receiveFile';
import { reportLines, type ReportRows } from './report';
import { type Tally } from './tally';
import { reportAddress, uploadAddress } from './addresses';

const UPLOADS_AN_HOUR = 300;

const STATUS: Record<string, number> = {
  NotFound: 404,
  Conflict: 409,
  FileTooLarge: 413,
  StorageFull: 413,
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
    return (
      name
        .replace(/\p{C}/gu, '')
        .trim()
        .slice(0, LONGEST_NAME_CHARS)
        .replace(/\p{Cs}$/u, '') || null
    );
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
    const told = { name: fileNameOf(request), bytes: announcedBytes(request) };
    const batch = await receiveFile(viewer, request.params.id, request, told);
    response.json(await answerOf(batch));
  } catch (error) {
    discardRest(request);
    throw error;
  }
}

/** How long the body is, as HTTP keeps it; null where that is not told. */
const announcedBytes = ({ headers }: Request): number | null =>
  headers['content-length'] === undefined ? null : Number(headers['content-length']);

function refuseUnreadableBody(request: Request): void {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity')
    throw new UserError('UnsupportedEncoding', 'Send the file as it is, without a content encoding.');
  if (request.headers['content-type']?.startsWith('multipart/')) {
    throw invalidInput('Send the bytes of the file as the body, not a form.');
  }
  if ((announcedBytes(request) ?? 0) > config.maxUploadBytes) {
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

/** A connection that takes a report slower than this is cut: the report holds memory as long as it is read. */
const LONGEST_REPORT_MS = 30 * 60_000;

const REPORT_REASONS: Record<ReportRows, string> = {
  ALL: 'row report',
  PROBLEMS: 'row report of problems',
  NOTED: 'row report of noted rows',
};

/** What `?rows=` may be; anything else is all. */
const ASKED = new Map<unknown, ReportRows>([
  ['problems', 'PROBLEMS'],
  ['noted', 'NOTED'],
]);

/** Rows that a report shows, as far as they were judged. */
function rowsOf({ counts }: Tally, which: ReportRows): number {
  if (which === 'NOTED') return counts.noted ?? 0;
  return which === 'ALL' ? counts.rows : counts.rows - counts.accepted - counts.unchanged;
}

/**
 * The row report as CSV, streamed at the reader's speed; `?rows=problems` leaves out what was accepted, `?rows=noted` has
 * only what was accepted with a note. The look is recorded first.
 */
async function getReport(request: Request<{ id: string }>, response: Response): Promise<void> {
  const viewer = await agencyOf(request);
  const batch = await findBatch(viewer, request.params.id);
  if (!batch.file || batch.importAskedAt === null) throw notFound('report');
  const which = ASKED.get(request.query.rows) ?? 'ALL';
  await recordBatchLook(viewer, batch, { reason: REPORT_REASONS[which], rows: rowsOf(batch.tally, which) });
  const lines = reportLines(batch, which);
  const first = await lines.next();
  response.setHeader('content-type', 'text/csv; charset=utf-8');
  response.setHeader('content-disposition', `attachment; filename="${batch._id}-report.csv"`);
  response.setHeader('cache-control', 'private, no-store');
  const signal = AbortSignal.timeout(LONGEST_REPORT_MS);
  await pipeline(Readable.from(withFirst(first, lines)), response, { signal });
}

async function* withFirst(first: IteratorResult<string, void>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (!first.done) yield first.value;
  yield* rest;
}
