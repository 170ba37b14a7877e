const CHINESE = /^[\u4e00-\u9fff]{1,5}$/;
const CLOCK = '([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?';
const [YEAR, MONTH, DAY] = ['\\d{4}', '(0?[1-9]|1[0-2])', '(0?[1-9]|[12]\\d|3[01])'];
const MARK = '[-/.]';
/** Year, month and day, or two of them that follow each other; by Chinese words or by marks. */
const DATES = [
  `(${YEAR}年)?${MONTH}月${DAY}日`,
  `${YEAR}年${MONTH}月`,
  `${YEAR}${MARK}${MONTH}(${MARK}${DAY})?`,
  `${MONTH}${MARK}${DAY}`,
].join('|');
const TIME = new RegExp(`^((${DATES})\\s?)?${CLOCK}$`);
const DATE = new RegExp(`^(${DATES})(\\s?${CLOCK})?$`);

const upTo = (most: number) => (text: string) => [...text].length <= most;
const all = (most: number, kind: RegExp) => (text: string) => kind.test(text) && upTo(most)(text);
/** One, or two with `~` between. */
const span = (kind: (text: string) => boolean) => (text: string) => {
  const ends = text.split('~');
  return ends.length <= 2 && ends.every(kind);
};
const isTime = (text: string) => TIME.test(text) || DATE.test(text);

/**
 * The platform's limits for the values of a subscription message, by the kind that a key begins with.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/mp-message-management/subscribe-message/api_sendmessage
 */
const KINDS: Record<string, (text: string) => boolean> = {
  thing: upTo(20),
  number: all(32, /^-?\d+(\.\d+)?$/),
  letter: all(32, /^[A-Za-z]+$/),
  symbol: all(5, /^[^\p{L}\p{N}\s]+$/u),
  character_string: all(32, /^[\x20-\x7e]+$/),
  time: span(isTime),
  date: span((text) => DATE.test(text)),
  amount: (text) => /^[^\d\p{L}]?\d{1,10}(\.\d+)?元?$/u.test(text),
  phone_number: all(17, /^[\d+()\s-]+$/),
  car_number: all(8, /^[\u4e00-\u9fffA-Za-z\d][A-Za-z\d]*[\u4e00-\u9fffA-Za-z\d]$/),
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
  return typeof text === 'string' && text !== '' && !/\p{Cc}/u.test(text) && allows?.(text) === true;
}
