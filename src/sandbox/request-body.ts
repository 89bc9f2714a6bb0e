import type { IncomingMessage } from 'node:http';
import { refusals } from './api-error.ts';
import type { Upload } from './attachments.ts';
import { LIMITS } from './limits.ts';
import type { Files } from './message-parts.ts';

/** What came with a request. */
export interface RequestBody {
  readonly body: unknown;
  readonly files: Files;
}

/** Reads a JSON or multipart body. Throws 40005 for too many bytes, 50109 for bad JSON, 50035 for another content type. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const bytes = await readBytes(request);
  const contentType = request.headers['content-type'];
  if (bytes.byteLength === 0) return { body: undefined, files: new Map() };
  if (contentType?.startsWith('application/json')) return { body: parseJson(bytes.toString('utf8')), files: new Map() };
  if (contentType?.startsWith('multipart/form-data')) return readMultipart(bytes, contentType);
  throw refusals.invalidForm([
    {
      path: [],
      code: 'CONTENT_TYPE_INVALID',
      message: "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}.",
    },
  ]);
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    // What is over the limit is read and forgotten, so that the client gets the refusal rather than a broken pipe.
    if (size <= LIMITS.requestBytes) chunks.push(chunk);
  }
  if (size > LIMITS.requestBytes) throw refusals.tooLarge();
  return Buffer.concat(chunks);
}

async function readMultipart(bytes: Buffer, contentType: string): Promise<RequestBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  const files = new Map<string, Upload>();
  let body: unknown = {};
  for (const [field, value] of form) {
    const [, number] = /^files\[(\d+)\]$/.exec(field) ?? [];
    if (field === 'payload_json') body = parseJson(typeof value === 'string' ? value : await value.text());
    else if (number !== undefined && typeof value !== 'string') files.set(number, await toUpload(value));
    else
      throw refusals.invalidForm([
        { path: [field], code: 'FORM_FIELD_UNKNOWN', message: 'Files go in files[n], all else in payload_json.' },
      ]);
  }
  return { body, files };
}

async function toUpload(file: File): Promise<Upload> {
  if (file.size > LIMITS.fileBytes) throw refusals.tooLarge();
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusals.invalidJson();
  }
}
