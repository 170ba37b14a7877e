import type { RosterField, RowProblem, SheetPreview } from '../../typings/contract';

type Wrong = SheetPreview['wrong'][number];

const FIELDS: Readonly<Record<RosterField, string>> = {
  name: '名字',
  phone: '手机号',
  gridId: '网格',
  address: '住址',
  enlisted: '入伍时间',
  discharged: '退役时间',
};

/** 一行为什么不能导入，怎么改。 */
const PROBLEMS: Readonly<Record<RowProblem, (row: Wrong) => string>> = {
  no_name: () => '没有写姓名。',
  bad_name: ({ text }) => `「${text}」里有不能用的符号，请删掉。`,
  name_too_long: ({ text }) => `「${text}……」太长了，不像名字。`,
  not_a_person: ({ text }) => `「${text}」不是人名，跳过了。`,
  id_number: () => '写了身份证号。我们不收集身份证号，请从表里删掉。',
  formula: () => '是一个没有算出来的公式，请改成文字。',
  error_value: () => '是一个出错的公式，请改成文字。',
  landline: ({ text }) => `「${text}」是座机，这里只收手机号，没有就空着。`,
  several_phones: () => '写了不止一个号码，请只留一个。',
  digits_lost: ({ text }) => `「${text}」后面几位丢了，请把这一格设成文本，重新写 11 位号码。`,
  bad_phone: ({ text }) => `「${text}」不是 11 位的手机号，请看一看。`,
  bad_date: ({ text }) => `「${text}」看不出是哪年哪月，请写成 1978年3月 这样。`,
  which_month: ({ text }) => `「${text}」分不清是 1 月还是 10 月，请写成 1978年10月 这样。`,
  future_date: ({ text }) => `「${text}」还没有到，请看一看。`,
  dates_crossed: () => '退役时间比入伍时间早，请看一看。',
  unknown_grid: ({ text }) => `工作室里没有「${text}」这个网格，请看一看写得对不对。`,
  bad_address: ({ text }) => `「${text}」太长，或者有不能用的符号。`,
  phone_twice: ({ other }) => `手机号和第 ${other} 行一样，请看一看是谁的。`,
  same_name: ({ other }) =>
    `和第 ${other} 行同名，分不出是不是两个人。真是两个人，请写上各自的手机号或网格。`,
  phone_of_other: ({ text }) => `这个手机号在花名册上是${text}的，请看一看是谁的。`,
  namesake: () => '花名册上有同名的人，分不出是哪一位。请先在花名册上改好他的手机号或网格。',
  erased: () => '本人要求删除，不再导入。',
};

/** 第 7 行 B7（施样军） */
export function wrongLine(row: Wrong): { where: string; why: string } {
  const name = row.name && `（${row.name}）`;
  return { where: `第 ${row.row} 行 ${row.cell}${name}`, why: PROBLEMS[row.problem](row) };
}

export function changedLine({ row, name, fields, was }: SheetPreview['changed'][number]) {
  const said = fields.map((field) => (field === 'name' && was ? `名字（原来是${was}）` : FIELDS[field]));
  return { where: `第 ${row} 行 ${name}`, why: `改${said.join('、')}` };
}

export const freshLine = ({ row, name }: SheetPreview['fresh'][number]) => ({
  where: `第 ${row} 行 ${name}`,
  why: '',
});

const WHY_IGNORED: Readonly<Record<SheetPreview['ignored'][number]['why'], string>> = {
  unknown: '不认得这一列',
  id_number: '我们不收集身份证号',
  twice: '前面已经有这一列了',
};

/** F 列 身份证号：我们不收集身份证号 */
export const ignoredLine = ({ column, header, why }: SheetPreview['ignored'][number]) =>
  `${column} 列 ${header}：${WHY_IGNORED[why]}`;
