import type { RosterErasedDocument } from '../../../typings/documents/roster-import';
import type { KnownPerson } from '../../domain/roster-sheet/differences';
import type { Person } from '../../domain/roster-sheet/people';
import { lookUpKey } from '../secrets';
import { _, collection } from './database';
import { filtered, isDuplicate } from './guarded';

type Named = Pick<Person, 'name' | 'phone'>;

const keyOf = (...parts: (string | null)[]) => lookUpKey('erased', JSON.stringify(parts));
const personKey = (studioId: string, { name, phone }: Named) => keyOf(studioId, name, phone);
const nameKey = (studioId: string, name: string) => keyOf(studioId, name);

/** 本人要求删除：记下认得出他的钥匙，别的什么也不留。Repeating it changes nothing. */
export async function noteErased(studioId: string, person: KnownPerson, now: number): Promise<void> {
  const erased: RosterErasedDocument = {
    _id: personKey(studioId, person),
    v: 1,
    studioId,
    nameKey: nameKey(studioId, person.name),
    entryKey: keyOf(person.entryId),
    at: now,
  };
  try {
    await collection('rosterErased').add(erased);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

export interface Erased {
  /** Somebody who asked; without a phone on either side the name alone tells it. */
  refuses: (person: Named) => boolean;
  /** This entry is one that was erased. */
  had: (entryId: string) => boolean;
}

const PAGE = 1000;

export async function erasedFrom(studioId: string): Promise<Erased> {
  const erased: RosterErasedDocument[] = [];
  for (;;) {
    const { data } = await filtered('rosterErased', { studioId, _id: _.gt(erased.at(-1)?._id ?? '') })
      .orderBy('_id', 'asc')
      .limit(PAGE)
      .get();
    erased.push(...(data as RosterErasedDocument[]));
    if (data.length < PAGE) break;
  }
  const people = new Set(erased.map(({ _id }) => _id));
  const names = new Set(erased.map((one) => one.nameKey));
  const entries = new Set(erased.map(({ entryKey }) => entryKey));
  return {
    refuses: (person) =>
      people.has(personKey(studioId, person)) ||
      people.has(personKey(studioId, { ...person, phone: null })) ||
      (person.phone === null && names.has(nameKey(studioId, person.name))),
    had: (entryId) => entries.has(keyOf(entryId)),
  };
}
