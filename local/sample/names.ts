const SURNAMES = '陈黄施王李张朱陆沈顾徐周吴宋倪汤龚';
const GIVEN_OF_VETERANS = '国建军卫民华明强平志海根林';
const INITIALS_OF_SURNAMES = 'chswlzzlsgxzwsntg';
const INITIALS_OF_GIVEN = 'gjjwmhmqpzhgl';
const GIVEN_OF_OTHERS = '芳敏静丽俊涛婷磊燕洁勇斌霞';

/**
 * 「陈样国」：中间一律是“样”字，读来像村里人，一看就是样例。
 * The two lists' lengths have no common divisor, so the first 221 names differ.
 */
export function veteranName(index: number): string {
  return sampleName(index, GIVEN_OF_VETERANS);
}

/** 陈样国 → cyg */
export function veteranInitials(index: number): string {
  const [surname, given] = [INITIALS_OF_SURNAMES, INITIALS_OF_GIVEN];
  return `${surname[index % surname.length]}y${given[index % given.length]}`;
}

export function otherName(index: number): string {
  return sampleName(index, GIVEN_OF_OTHERS);
}

function sampleName(index: number, given: string): string {
  return `${SURNAMES[index % SURNAMES.length]}样${given[index % given.length]}`;
}
