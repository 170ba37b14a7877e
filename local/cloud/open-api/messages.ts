import { parse } from 'protobufjs';

const { root } = parse(`
  syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message SvrkitApiData { string apiName = 1; bytes reqData = 2; }
  message CommApiData {
    int32 apiType = 1; OpenApiData openApiData = 2; SvrkitApiData svrkitData = 4; string appid = 6;
  }
  message OpenDataReq { repeated string cloudidList = 2; string appid = 3; }
  message OpenDataItem { string cloudId = 1; string json = 2; }
  message OpenDataResp { repeated OpenDataItem dataList = 1; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }
`);
const request = root.lookupType('CommApiData');
const response = root.lookupType('CommOpenApiResp');

const openDataRequest = root.lookupType('OpenDataReq');
const openDataResponse = root.lookupType('OpenDataResp');

export type ApiFields = Record<string, unknown>;

interface Decoded {
  openApiData?: { pairs?: { key: string; value: Uint8Array; filename: string }[] };
  svrkitData?: { reqData: Uint8Array };
}

/** Each field is JSON text, or the bytes of a file; wx-server-sdk 4.0.2 sends a file's name, but loses its content type. */
export function readApiRequest(bytes: Buffer): ApiFields {
  const decoded = request.decode(bytes) as unknown as Decoded;
  const fields: ApiFields = {};
  for (const { key, value, filename } of decoded.openApiData?.pairs ?? []) {
    fields[key] = filename === '' ? parseOrText(Buffer.from(value).toString('utf8')) : Buffer.from(value);
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

/** The CloudIDs that `cloud.getOpenData` asks to open. */
export function readOpenDataRequest(bytes: Buffer): string[] {
  const { svrkitData } = request.decode(bytes) as unknown as Decoded;
  const inner = openDataRequest.decode(svrkitData?.reqData ?? Buffer.alloc(0));
  return (inner as unknown as { cloudidList?: string[] }).cloudidList ?? [];
}

export function writeOpenDataReply(opened: { cloudId: string; json: string }[]): Buffer {
  const list = openDataResponse.encode(openDataResponse.create({ dataList: opened })).finish();
  return writeBytesReply(Buffer.from(list), 'application/octet-stream');
}

/** Without its content type the SDK would take JSON for a file. */
export function writeApiReply(result: object, errorCode = 0): Buffer {
  return writeBytesReply(Buffer.from(JSON.stringify(result)), 'application/json; encoding=utf-8', errorCode);
}

export function writeBytesReply(respData: Buffer, contentType: string, errorCode = 0): Buffer {
  const reply = { respData, contentType, errorCode, httpCode: 200 };
  return Buffer.from(response.encode(response.create(reply)).finish());
}
