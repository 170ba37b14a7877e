interface FileType {
  type: string;
  begins: (head: Buffer, extension: string) => boolean;
}

/** As many first bytes as tell every type. */
export const HEAD_BYTES = 16;

const at = (offset: number, text: string) => (head: Buffer) =>
  head.toString('latin1', offset, offset + text.length) === text;
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const ZIP = at(0, 'PK\x03\x04');
const OLE = at(0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');

/** Pictures and documents, by their first bytes; those of Office also by their names. */
const TYPES: FileType[] = [
  { type: 'image/jpeg', begins: at(0, '\xff\xd8\xff') },
  { type: 'image/png', begins: at(0, '\x89PNG\r\n\x1a\n') },
  { type: 'image/gif', begins: at(0, 'GIF8') },
  { type: 'image/bmp', begins: at(0, 'BM') },
  { type: 'image/webp', begins: (head) => at(0, 'RIFF')(head) && at(8, 'WEBP')(head) },
  {
    type: 'image/heic',
    begins: (head) => at(4, 'ftyp')(head) && /hei[cx]|mif1/.test(head.toString('latin1', 8)),
  },
  { type: 'application/pdf', begins: at(0, '%PDF-') },
  {
    type: `${OFFICE}.wordprocessingml.document`,
    begins: (head, extension) => ZIP(head) && extension === 'docx',
  },
  { type: `${OFFICE}.spreadsheetml.sheet`, begins: (head, extension) => ZIP(head) && extension === 'xlsx' },
  {
    type: `${OFFICE}.presentationml.presentation`,
    begins: (head, extension) => ZIP(head) && extension === 'pptx',
  },
  { type: 'application/msword', begins: (head, extension) => OLE(head) && extension === 'doc' },
  { type: 'application/vnd.ms-excel', begins: (head, extension) => OLE(head) && extension === 'xls' },
  { type: 'application/vnd.ms-powerpoint', begins: (head, extension) => OLE(head) && extension === 'ppt' },
];

/** The content type of a picture or document, undefined for anything else. */
export function typeOf(head: Buffer, path: string): string | undefined {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return TYPES.find(({ begins }) => begins(head, extension))?.type;
}
