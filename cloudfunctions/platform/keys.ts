const KEY_BYTES = 32;

interface Keys {
  /** The id of the key that new texts are sealed with. */
  current: string;
  /** All keys that may open a text, by id. */
  data: ReadonlyMap<string, Buffer>;
  lookUp: Buffer;
}

let read: { from: string; keys: Keys } | undefined;

/**
 * The keys, from the function's environment: `DATA_KEYS` = `id:base64url,id:base64url`, the first one seals and all of them open;
 * `LOOKUP_KEY` = base64url. 32 bytes each. Throws, without saying a key, where they are missing or of a wrong length.
 */
export function keys(): Keys {
  const { DATA_KEYS = '', LOOKUP_KEY = '' } = process.env;
  const from = `${DATA_KEYS} ${LOOKUP_KEY}`;
  if (read?.from !== from) read = { from, keys: parse(DATA_KEYS, LOOKUP_KEY) };
  return read.keys;
}

function parse(dataKeys: string, lookUpKey: string): Keys {
  const data = new Map(
    dataKeys.split(',').map((pair) => {
      const [id = '', key = ''] = pair.split(':');
      return [id, bytes(`DATA_KEYS (${id})`, key)];
    }),
  );
  const [current = ''] = data.keys();
  return { current, data, lookUp: bytes('LOOKUP_KEY', lookUpKey) };
}

function bytes(name: string, text: string): Buffer {
  const key = Buffer.from(text, 'base64url');
  if (key.length !== KEY_BYTES) throw new Error(`${name} must be ${KEY_BYTES} bytes in base64url`);
  return key;
}
