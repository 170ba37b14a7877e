import { parse } from 'protobufjs';

const { root } = parse(`
  syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openApiData = 2; string appid = 6; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }
`);
const request = root.lookupType('CommApiData');
const response = root.lookupType('CommOpenApiResp');

export type ApiFields = Record<string, unknown>;

interface Decoded {
  openApiData?: { pairs?: { key: string; value: Uint8Array; contenttype: string }[] };
}

/** Each field is JSON text, or bytes with a content type of their own. */
export function readApiRequest(bytes: Buffer): ApiFields {
  const decoded = request.decode(bytes) as unknown as Decoded;
  const fields: ApiFields = {};
  for (const { key, value, contenttype } of decoded.openApiData?.pairs ?? []) {
    fields[key] = contenttype === '' ? parseOrText(Buffer.from(value).toString('utf8')) : Buffer.from(value);
  }
  return fields;
}

function parseOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Without its content type the SDK would take JSON for a file. */
export function writeApiReply(result: object, errorCode = 0): Buffer {
  const reply = {
    respData: Buffer.from(JSON.stringify(result)),
    contentType: 'application/json; encoding=utf-8',
    errorCode,
    httpCode: 200,
  };
  return Buffer.from(response.encode(response.create(reply)).finish());
}
