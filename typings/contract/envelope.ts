/**
 * Closed list of refusals. Each has one Chinese sentence in miniprogram/texts/errors.ts.
 * A foreign record and an absent one are both `not_found`.
 */
export const ERROR_CODES = [
  /** The action is not one of ours. */
  'unknown_action',
  /** A field is missing, extra, of a wrong type or out of bounds. */
  'bad_request',
  /** A text holds characters that cannot be shown as a name or sentence. */
  'bad_text',
  /** An identity card's number stands in a text: it is not collected. */
  'id_number',
  /** The request is larger than any of our forms. */
  'too_large',
  /** Content security declined a text. */
  'unsafe_text',
  /** A code that is wrong, used up or too old. */
  'bad_code',
  /** Too many wrong tries of this person's code: staff unlock it first. */
  'locked',
  /** Too many wrong tries; ask again later. */
  'too_many_tries',
  /** The studio would be left without staff. */
  'last_staff',
  /** The town would be left without a supervisor. */
  'last_supervisor',
  /** This is linked to somebody else already. */
  'taken',
  /** No .xlsx, or one that cannot be read. */
  'not_a_sheet',
  /** More bytes, rows or columns than a roster has. */
  'sheet_too_large',
  /** No column of names. */
  'no_name_column',
  /** Not the file that was looked at. */
  'file_changed',
  /** Another import is going on. */
  'busy',
  /** Somebody else has changed the entry since it was read. */
  'edited',
  /** The roster has this person already. */
  'on_roster',
  /** Whoever wrote it does not judge it. */
  'own_words',
  /** Another grid of this studio bears that name. */
  'grid_name_taken',
  /** Somebody has changed the grid since it was shown. */
  'grid_changed',
  /** People on the roster live in this grid. */
  'grid_in_roster',
  /** Shifts of this grid are not over. */
  'grid_in_shifts',
  /** Nobody in this studio bears that name. */
  'no_such_person',
  /** Not a member of this studio (yet). */
  'not_member',
  /** Your role does not do this. */
  'forbidden',
  'not_found',
  /** Cancelled by staff. */
  'closed',
  /** It is over. */
  'past',
  /** Its time is not the one you saw. */
  'changed',
  'no_such_post',
  /** This post is for another role. */
  'post_not_for_you',
  'already_joined',
  'not_joined',
  /** The sign-up's deadline has passed. */
  'too_late',
  /** For veterans only, or for children with their guardian. */
  'not_for_you',
  /** More companions than this activity takes. */
  'too_many_seats',
  /** A required question has no answer, or an answer is none of those offered. */
  'answers_missing',
  /** No free time at this desk, or somebody was faster. */
  'slot_taken',
  /** Somebody has booked what the change would take away. */
  'has_bookings',
  /** Overlaps with another commitment; `detail` names it. */
  'clash',
  /** Anything unforeseen; says nothing about its cause. */
  'unavailable',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What a clash names. */
export interface ClashDetail {
  title: string;
  startsAt: number;
  endsAt: number;
}

/** A refusal is a value. Only `clash` has a detail. */
export interface Refusal {
  ok: false;
  code: ErrorCode;
  detail?: ClashDetail;
}

export type Answer<T> = { ok: true; data: T } | Refusal;

/** What the phone sends: one envelope for every action. The action's prefix is the function's name. */
export interface Envelope {
  action: string;
  data: unknown;
}
