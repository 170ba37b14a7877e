import type { RosterField } from '../../../typings/contract';
import { alike, differ } from './namesakes';
import type { Person, SheetPerson, WrongRow } from './people';

/** 花名册上已有的一位，电话住址都是原文。 */
export interface KnownPerson extends Person {
  entryId: string;
}

export interface Change {
  person: SheetPerson;
  entry: KnownPerson;
  fields: RosterField[];
}

/** 表和花名册差在哪里。 */
export interface Differences {
  fresh: SheetPerson[];
  changed: Change[];
  same: SheetPerson[];
  wrong: WrongRow[];
}

const FIELDS: RosterField[] = ['name', 'phone', 'gridId', 'address', 'enlisted', 'discharged'];

/** What the sheet says otherwise; an empty cell says nothing, so it takes nothing away. */
export const changedFields = (person: Person, entry: Person): RosterField[] =>
  FIELDS.filter((field) => person[field] !== null && person[field] !== entry[field]);

export const sameFields = (one: Person, other: Person) =>
  FIELDS.every((field) => one[field] === other[field]);

/**
 * 一行对应花名册上的谁：先看电话，再看名字（和网格）。Whoever the sheet lacks is left alone. `isErased`: they asked not to be put on
 * the roster again.
 */
export function differencesOf(
  people: SheetPerson[],
  known: KnownPerson[],
  isErased: (person: Person) => boolean,
): Differences {
  const byPhone = grouped(known, ({ phone }) => phone);
  const byName = grouped(known, ({ name }) => name);
  const owner = new Map<SheetPerson, KnownPerson>();
  const taken = new Set<KnownPerson>();
  const wrong = new Map<SheetPerson, WrongRow>();
  const open = () => people.filter((person) => !owner.has(person) && !wrong.has(person));
  const free = (person: SheetPerson) => (byName.get(person.name) ?? []).filter((entry) => !taken.has(entry));
  const take = (person: SheetPerson, entry: KnownPerson | undefined) => {
    if (!entry) return;
    owner.set(person, entry);
    taken.add(entry);
  };
  const refuse = (
    person: SheetPerson,
    field: RosterField,
    refused: Pick<WrongRow, 'problem' | 'text' | 'other'>,
  ) => wrong.set(person, { row: person.row, name: person.name, cell: person.cellOf(field), ...refused });

  for (const twice of repeated(people, ({ phone }) => phone)) {
    refuse(twice.person, 'phone', { problem: 'phone_twice', text: '', other: twice.first.row });
  }
  for (const person of open()) {
    const entries = (byPhone.get(person.phone ?? '') ?? []).filter((entry) => !taken.has(entry));
    const entry = entries.find(({ name }) => name === person.name) ?? entries[0];
    if (entry && entry.name !== person.name && byName.has(person.name))
      refuse(person, 'phone', { problem: 'phone_of_other', text: entry.name, other: null });
    else take(person, entry);
  }
  for (const person of open())
    take(
      person,
      free(person).find((entry) => changedFields(person, entry).length === 0),
    );
  const sameName = grouped(people, ({ name }) => name);
  for (const person of open()) {
    const like = sameName.get(person.name)?.find((other) => other.row < person.row && alike(person, other));
    if (like) refuse(person, 'name', { problem: 'same_name', text: '', other: like.row });
  }
  for (const person of open()) {
    const here = free(person).filter(({ gridId }) => gridId === person.gridId);
    if (here.length === 1) take(person, here[0]);
  }
  const fresh: SheetPerson[] = [];
  for (const person of open()) {
    const [entry, ...others] = free(person);
    const sure =
      entry && others.length === 0 && !(differ(person, entry, 'phone') && differ(person, entry, 'gridId'));
    if (sure) take(person, entry);
    else if (entry) refuse(person, 'name', { problem: 'namesake', text: '', other: null });
    else if (isErased(person)) refuse(person, 'name', { problem: 'erased', text: '', other: null });
    else fresh.push(person);
  }

  const matched = [...owner].map(([person, entry]) => ({
    person,
    entry,
    fields: changedFields(person, entry),
  }));
  return {
    fresh,
    changed: matched.filter(({ fields }) => fields.length > 0),
    same: matched.filter(({ fields }) => fields.length === 0).map(({ person }) => person),
    wrong: [...wrong.values()],
  };
}

function grouped<T>(items: T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function repeated<T>(items: T[], keyOf: (item: T) => string | null): { person: T; first: T }[] {
  return [...grouped(items, keyOf).values()].flatMap(([first, ...later]) =>
    first === undefined ? [] : later.map((person) => ({ person, first })),
  );
}
