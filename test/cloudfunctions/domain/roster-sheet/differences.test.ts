import { differencesOf, type KnownPerson } from '../../../../cloudfunctions/domain/roster-sheet/differences';
import type { Person, SheetPerson } from '../../../../cloudfunctions/domain/roster-sheet/people';

const NOBODY: Person = {
  name: '',
  phone: null,
  gridId: null,
  address: null,
  enlisted: null,
  discharged: null,
};
const P1 = '13800000001';
const P2 = '13800000002';

/** Rows from 2 on. */
const compare = (
  people: (Partial<Person> & { name: string })[],
  known: (Partial<KnownPerson> & { name: string })[],
  isErased: (person: Person) => boolean = () => false,
) =>
  differencesOf(
    people.map((person, index): SheetPerson => ({
      ...NOBODY,
      ...person,
      row: index + 2,
      cellOf: (field) => `${field}${index + 2}`,
    })),
    known.map((entry, index): KnownPerson => ({ ...NOBODY, entryId: `e${index}`, ...entry })),
    isErased,
  );
const summary = (found: ReturnType<typeof compare>) => ({
  fresh: found.fresh.map(({ row }) => row),
  changed: found.changed.map(({ person, entry, fields }) => [person.row, entry.entryId, fields.join()]),
  same: found.same.map(({ row }) => row),
  wrong: found.wrong.map(({ row, cell, problem, other }) => [row, cell, problem, other]),
});
const nothing = { fresh: [], changed: [], same: [], wrong: [] };

test('新的、有变化的、没变化的', () => {
  const found = compare(
    [
      { name: '王样国', phone: P1, gridId: 'g1' },
      { name: '陈样建', gridId: 'g2' },
      { name: '施样军', enlisted: '1978' },
    ],
    [{ name: '王样国', phone: P1, gridId: 'g1' }, { name: '施样军' }],
  );
  expect(summary(found)).toEqual({ ...nothing, fresh: [3], changed: [[4, 'e1', 'enlisted']], same: [2] });
});

test('表里空着的格子，什么也不抹掉；表里没有的人，不动', () => {
  const found = compare(
    [{ name: '王样国' }],
    [{ name: '王样国', phone: P1, address: '花园村' }, { name: '陈样建' }],
  );
  expect(summary(found)).toEqual({ ...nothing, same: [2] });
});

test('电话对得上，名字改了：是同一个人', () => {
  expect(summary(compare([{ name: '王样国', phone: P1 }], [{ name: '王样', phone: P1 }]))).toEqual({
    ...nothing,
    changed: [[2, 'e0', 'name']],
  });
});

test('电话是别人的，名字花名册上也有：说不准是谁', () => {
  const found = compare([{ name: '陈样建', phone: P1 }], [{ name: '王样国', phone: P1 }, { name: '陈样建' }]);
  expect(found.wrong).toMatchObject([{ problem: 'phone_of_other', text: '王样国', cell: 'phone2' }]);
  expect(summary(found)).toMatchObject({ changed: [], fresh: [] });
});

test('一个电话写了两行：后一行不对，说出和哪一行相同', () => {
  expect(
    summary(
      compare(
        [
          { name: '王样国', phone: P1 },
          { name: '陈样建', phone: P1 },
        ],
        [],
      ),
    ),
  ).toEqual({
    ...nothing,
    fresh: [2],
    wrong: [[3, 'phone3', 'phone_twice', 2]],
  });
});

describe('两个人同名', () => {
  const wang = { name: '王样国' };
  test('各有各的电话，或者在不同的网格，是两个人', () => {
    const people = [
      { ...wang, phone: P1 },
      { ...wang, phone: P2 },
    ];
    expect(summary(compare(people, []))).toEqual({ ...nothing, fresh: [2, 3] });
    expect(
      summary(
        compare(
          [
            { ...wang, gridId: 'g1' },
            { ...wang, gridId: 'g2' },
          ],
          [],
        ),
      ),
    ).toEqual({ ...nothing, fresh: [2, 3] });
  });

  test('什么都分不开的，后一行不对', () => {
    expect(
      summary(
        compare(
          [
            { ...wang, phone: P1, gridId: 'g1' },
            { ...wang, gridId: 'g1' },
          ],
          [],
        ),
      ),
    ).toEqual({
      ...nothing,
      fresh: [2],
      wrong: [[3, 'name3', 'same_name', 2]],
    });
  });

  test('花名册上两位，靠网格分开；分不开的不猜', () => {
    const known = [
      { ...wang, gridId: 'g1' },
      { ...wang, gridId: 'g2' },
    ];
    expect(summary(compare([{ ...wang, gridId: 'g2', phone: P1 }], known))).toEqual({
      ...nothing,
      changed: [[2, 'e1', 'phone']],
    });
    expect(summary(compare([{ ...wang, phone: P1 }], known))).toEqual({
      ...nothing,
      wrong: [[2, 'name2', 'namesake', null]],
    });
  });

  test('花名册上一位，电话和网格都对不上的，不猜；只换了电话或搬了家的，是他', () => {
    const known = [{ ...wang, phone: P1, gridId: 'g1' }];
    expect(summary(compare([{ ...wang, phone: P2, gridId: 'g2' }], known))).toEqual({
      ...nothing,
      wrong: [[2, 'name2', 'namesake', null]],
    });
    expect(summary(compare([{ ...wang, phone: P2, gridId: 'g1' }], known)).changed).toEqual([
      [2, 'e0', 'phone'],
    ]);
    expect(summary(compare([{ ...wang, phone: P1, gridId: 'g2' }], known)).changed).toEqual([
      [2, 'e0', 'gridId'],
    ]);
  });

  test('花名册上本来就有分不开的两位，导出再导入，没有变化', () => {
    const twins = [
      { ...wang, gridId: 'g1' },
      { ...wang, gridId: 'g1' },
    ];
    expect(summary(compare(twins, twins))).toEqual({ ...nothing, same: [2, 3] });
  });
});

test('要求删除的人，不再导入', () => {
  const found = compare([{ name: '王样国' }, { name: '陈样建' }], [], ({ name }) => name === '王样国');
  expect(summary(found)).toEqual({ ...nothing, fresh: [3], wrong: [[2, 'name2', 'erased', null]] });
});

test('写进去以后再比，都没有变化', () => {
  const people = [
    { name: '王样国', phone: P1, gridId: 'g1', enlisted: '1978-03' },
    { name: '王样国', gridId: 'g2' },
    { name: '陈样建', address: '花园村' },
    { name: '施样军' },
  ];
  const first = compare(people, [
    { name: '陈样建', gridId: 'g1' },
    { name: '施样军', phone: P2 },
  ]);
  expect(summary(first)).toEqual({ ...nothing, fresh: [2, 3], changed: [[4, 'e0', 'address']], same: [5] });
  const after = [
    ...first.fresh,
    ...first.changed.map(({ person, entry }) => ({ ...entry, address: person.address })),
    { name: '施样军', phone: P2 },
  ];
  expect(summary(compare(people, after))).toEqual({ ...nothing, same: [2, 3, 4, 5] });
});
