import { changedLine, ignoredLine, wrongLine } from '../../miniprogram/texts/sheet-rows';
import { rowProblem } from '../../typings/contract/roster';

const row = { row: 7, name: '施样军', cell: 'B7', text: '0512-65550898', other: 3 };

test.each(rowProblem.options)('%s：说出第几行哪一格，一句中文', (problem) => {
  const { where, why } = wrongLine({ ...row, problem });
  expect(where).toBe('第 7 行 B7（施样军）');
  expect(why).toMatch(/^[\p{Script=Han}\d，。「」…、 -]+。$/u);
});

test('每一种不对说的话都不一样', () => {
  const said = rowProblem.options.map((problem) => wrongLine({ ...row, problem }).why);
  expect(new Set(said).size).toBe(said.length);
});

test('不重复没有的名字，说出和哪一行相同', () => {
  expect(wrongLine({ ...row, name: '', problem: 'phone_twice' })).toEqual({
    where: '第 7 行 B7',
    why: '手机号和第 3 行一样，请看一看是谁的。',
  });
});

test('改了什么，原来叫什么', () => {
  const changed = { row: 2, name: '王样国', fields: ['name' as const, 'phone' as const], was: '王样' };
  expect(changedLine(changed)).toEqual({ where: '第 2 行 王样国', why: '改名字（原来是王样）、手机号' });
});

test('没有用到的列，说为什么', () => {
  expect(ignoredLine({ column: 'E', header: '身份证号', why: 'id_number' })).toBe(
    'E 列 身份证号：我们不收集身份证号',
  );
});
