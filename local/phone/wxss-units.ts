/** A phone is 750 rpx wide. */
const RPX_PER_VW = 7.5;

/**
 * `rpx` follows the phone's width; `vh` means the page's own area, without the bars around it;
 * the safe area is the simulated phone's.
 */
export function toBrowserUnits(value: string): string {
  if (!/rpx|vh|safe-area-inset/.test(value)) return value;
  return value
    .replace(
      /(?<![\w.-])(-?\d*\.?\d+)rpx\b/g,
      (_, amount: string) => `${trim(Number(amount) / RPX_PER_VW)}vw`,
    )
    .replace(/(?<![\w.-])(-?\d*\.?\d+)vh\b/g, '$1cqh')
    .replace(
      /(?:env|constant)\(\s*safe-area-inset-(top|right|bottom|left)\s*(?:,[^()]*)?\)/g,
      'var(--safe-area-$1)',
    );
}

const trim = (amount: number): string => String(Number(amount.toFixed(5)));
