import { withoutComments } from './imports';

const MAX_LINES = 250;

interface ContentRule {
  of: RegExp;
  forbids: RegExp;
  instead: string;
}

const RULES: ContentRule[] = [
  {
    of: /^miniprogram\/(?!services\/cloud\.ts$).*\.ts$/,
    forbids: /\bwx\s*\.\s*cloud\b/,
    instead: 'only miniprogram/services/cloud.ts names wx.cloud: call a service.',
  },
  {
    of: /^cloudfunctions\/domain\/.*\.ts$/,
    forbids:
      /\bDate\.now\s*\(|\bnew Date\s*\(\s*\)|\bMath\.random\s*\(|\bperformance\.now\s*\(|\brandomUUID\b/,
    instead: 'the domain reads no clock and draws nothing: take `now` or the id as an argument.',
  },
  {
    of: /^miniprogram\/(?!styles\/tokens\.wxss$).*\.wxss$/,
    forbids: /#[\da-f]{3,8}\b(?=[^{}]*[;}])|\b(?:rgb|hsl)a?\(/i,
    instead: 'colours are tokens: use var(--…) from miniprogram/styles/tokens.wxss.',
  },
  {
    of: /^miniprogram\/(?!styles\/tokens\.wxss$).*\.wxss$/,
    forbids: /\bfont(?:-size)?\s*:\s*[^;}]*?\b\d*\.?\d+(?:rpx|px|rem|em|%|vw|vh)/i,
    instead:
      'font sizes are tokens, so that the elder mode can raise them: use var(--…) from miniprogram/styles/tokens.wxss.',
  },
];

/** What a file says that it must not, each with what to do instead. */
export function contentViolations(path: string, text: string): string[] {
  const code = withoutComments(text);
  const broken = RULES.filter(({ of, forbids }) => of.test(path) && forbids.test(code)).map(
    ({ forbids, instead }) => `${path} says "${forbids.exec(code)?.[0]}": ${instead}`,
  );
  const lines = text.replace(/\n$/, '').split('\n').length;
  if (lines > MAX_LINES && /\.(ts|wxml|wxss|css|html)$/.test(path)) {
    broken.push(`${path} has ${lines} lines, more than ${MAX_LINES}: a file tells one thing, split it.`);
  }
  return broken;
}
