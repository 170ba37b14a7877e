import type { ErrorCode, Request, RosterEntry } from '../../../typings/contract';
import { rosterEdit as words } from '../../texts/words/roster-edit';

export type Month = 'enlisted' | 'discharged';
export type Field = keyof typeof words.problems;
export type Problems = Partial<Record<Field, string>>;

/** 正在填的一位；空着的就是没有。 */
export interface Draft extends Record<Month, string> {
  requestId: string;
  entryId: string | null;
  rev: number;
  name: string;
  gridId: string;
  phone: string;
  address: string;
}

export const emptyDraft = (requestId: string): Draft => ({
  requestId,
  entryId: null,
  rev: 0,
  name: '',
  gridId: '',
  phone: '',
  address: '',
  enlisted: '',
  discharged: '',
});

export const draftOf = (entry: RosterEntry, requestId: string): Draft => ({
  requestId,
  entryId: entry.entryId,
  rev: entry.rev,
  name: entry.name,
  gridId: entry.gridId,
  phone: entry.phone ?? '',
  address: entry.address ?? '',
  enlisted: entry.enlisted ?? '',
  discharged: entry.discharged ?? '',
});

const MOBILE = /^1[3-9]\d{9}$/;

/** What is plainly wrong; everything else is the server's to judge. */
export function problemsOf({ name, phone, enlisted, discharged }: Draft): Problems {
  const length = Math.min(enlisted.length, discharged.length);
  return {
    ...(name.trim() ? {} : { name: words.problems.name }),
    ...(!phone.trim() || MOBILE.test(phone.trim()) ? {} : { phone: words.problems.phone }),
    ...(discharged.slice(0, length) >= enlisted.slice(0, length)
      ? {}
      : { discharged: words.problems.discharged }),
  };
}

/** Refusals that belong to one field. */
export const FIELD_OF: Partial<Record<ErrorCode | 'network', Field>> = {
  bad_text: 'name',
  unsafe_text: 'name',
  id_number: 'name',
};

export const toRequest = (draft: Draft): Omit<Request<'roster.save'>, 'studioId'> => ({
  requestId: draft.requestId,
  entryId: draft.entryId,
  rev: draft.rev,
  name: draft.name.trim(),
  gridId: draft.gridId || null,
  phone: draft.phone.trim() || null,
  address: draft.address.trim() || null,
  enlisted: draft.enlisted || null,
  discharged: draft.discharged || null,
});
