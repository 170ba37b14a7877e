/** The encodings of FileSystemManager that this phone knows. */
type Codec = { read: (bytes: Uint8Array) => string; write: (text: string) => Uint8Array<ArrayBuffer> };

const binary: Codec = {
  read: (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''),
  write: (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
};
const utf8: Codec = {
  read: (bytes) => new TextDecoder().decode(bytes),
  write: (text) => new Uint8Array(new TextEncoder().encode(text)),
};
const CODECS: Record<string, Codec> = {
  utf8,
  'utf-8': utf8,
  binary,
  latin1: binary,
  ascii: binary,
  base64: { read: (bytes) => btoa(binary.read(bytes)), write: (text) => binary.write(atob(text)) },
  hex: {
    read: (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    write: (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16)),
  },
};

export function codec(name: string): Codec {
  const found = CODECS[name];
  if (!found) throw new Error(`encoding ${name} is not available on the local phone`);
  return found;
}
