const CHINESE = /^[\u4e00-\u9fff]{1,5}$/;
const TIME = /^((\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2})\s?)?\d{1,2}:\d{2}(:\d{2})?(~.+)?$/;
const DATE = /^(\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2})(\s?\d{1,2}:\d{2}(:\d{2})?)?(~.+)?$/;

const upTo = (most: number) => (text: string) => [...text].length <= most;

/** The platform's limits for the values of a subscription message, by the kind that a key begins with. */
const KINDS: Record<string, (text: string) => boolean> = {
  thing: upTo(20),
  number: (text) => /^-?\d{1,32}(\.\d+)?$/.test(text) && text.length <= 32,
  letter: (text) => /^[A-Za-z]{1,32}$/.test(text),
  symbol: upTo(5),
  character_string: (text) => /^[\x20-\x7e]{1,32}$/.test(text),
  time: (text) => TIME.test(text) || DATE.test(text),
  date: (text) => DATE.test(text),
  amount: (text) => /^[^\d]{0,1}\d{1,10}(\.\d+)?元?$/.test(text),
  phone_number: (text) => /^[\d+-]{1,17}$/.test(text),
  car_number: upTo(8),
  name: (text) => (/^[\x20-\x7e]+$/.test(text) ? upTo(20)(text) : upTo(10)(text)),
  phrase: (text) => CHINESE.test(text),
  const: upTo(20),
};

/** The first key whose value the platform would not send, or undefined. */
export function wrongField(data: Record<string, unknown>): string | undefined {
  return Object.entries(data).find(([key, field]) => !isAllowed(key, field))?.[0];
}

function isAllowed(key: string, field: unknown): boolean {
  const kind = /^([a-z_]+)\d+$/.exec(key)?.[1] ?? '';
  const allows = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (typeof field !== 'object' || field === null || !('value' in field)) return false;
  const { value } = field;
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' && allows?.(text) === true;
}
