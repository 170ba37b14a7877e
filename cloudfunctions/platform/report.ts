/** What may stand in a log: neither a name, nor a number that somebody could be rung up by, nor an identity. */
const TELLING = [/"[^"]*"|'[^']*'|“[^”]*”|`[^`]*`/gu, /\p{Script=Han}+/gu, /\d{6,}/g, /[A-Za-z0-9_-]{20,}/g];

/** A message with everything that could tell of a person left out. */
export const sayable = (message: string): string =>
  TELLING.reduce((text, telling) => text.replace(telling, '…'), message);

/** Into the log of the function: which action failed, how, and where in the code; not for whom. */
export function report(action: string, error: unknown, openid: string): void {
  const { name, message, code, errCode, stack } = toError(error);
  const where = (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  const number = [code, errCode].find((one) => typeof one === 'string' || typeof one === 'number');
  console.error(
    `${action}: ${name}${number === undefined ? '' : ` ${number}`}: ${sayable(openid === '' ? message : message.replaceAll(openid, '…'))}\n${where}`,
  );
}

const toError = (error: unknown): Error & { code?: unknown; errCode?: unknown } =>
  error instanceof Error ? error : new Error(String(error));
