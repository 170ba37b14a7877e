import * as z from 'zod/mini';

/** Fields that more than one action uses. Bounds are the product's, not the platform's. */

export const studioId = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,31}$/));
/** A town's; looks like a studio's. */
export const townId = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,31}$/));
export const eventId = z.string().check(z.regex(/^e_[0-9a-z]{24}$/));
export const memberId = z.string().check(z.regex(/^m_[0-9a-z]{24}$/));
export const entryId = z.string().check(z.regex(/^r_[0-9a-z]{24}$/));
export const postCode = z.string().check(z.regex(/^[a-z][a-zA-Z0-9]{0,23}$/));
export const gridId = z.string().check(z.regex(/^g[0-9]{1,3}$/));
/** 当面加入的码：`<ref>.<secret>`, short enough for a mini-program code's scene. */
export const scanCode = z.string().check(z.regex(/^[0-9a-z]{8}\.[0-9a-z]{20}$/));
/** 一次性的码：what was given at deployment, or by a colleague. */
export const code = z.string().check(z.trim(), z.minLength(1), z.maxLength(64));
/** Made on the phone, once per intention: repeating a call repeats the id. */
export const requestId = z.string().check(z.regex(/^[0-9a-z]{20,40}$/));
/** Epoch milliseconds between 2020 and 2100. */
export const time = z.int().check(z.gte(1_577_836_800_000), z.lte(4_102_444_800_000));

/** 隐私说明的版本，从 1 数起。 */
export const consent = z.int().check(z.gte(1), z.lte(1000));
/** 年月，或者只有年：`1978-03`、`1978`。 */
export const yearMonth = z.string().check(z.regex(/^(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?$/));
/** What a file is called in the cloud's storage, of those that the roster uses. */
export const rosterFile = z
  .string()
  .check(z.regex(/^cloud:\/\/[\w.-]{1,120}\/roster\/f_[0-9a-z]{24}\.xlsx$/));
/** A mobile number of the mainland, digits only. */
export const mobile = z.string().check(z.regex(/^1[3-9][0-9]{9}$/));

/** Mark a refused text among other wrong fields: they are then the answer. */
export const BAD_TEXT = 'bad_text';
export const ID_NUMBER = 'id_number';

/** One line that can be a name: letters, digits, punctuation, blanks; no emoji, no control or invisible characters. */
const NAME =
  /^(?!.*\p{Default_Ignorable_Code_Point})(?=.*[\p{L}\p{N}])[\p{L}\p{M}\p{N}\p{P}\p{Sm}\p{Sc}\p{Zs}]*$/u;
/** Several lines: emoji may stand in them, control, direction and invisible characters may not. */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u;
/** What lines and emoji are made of besides letters. */
const JOINERS = /\n|\u200d|\ufe0f/g;

/** A name of `max` characters at most, not blank. */
export const name = (max: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(max), z.regex(NAME, { error: BAD_TEXT }));

const ID_CARD = /[0-9]{17}[0-9xX]|(?<![0-9])[0-9]{15}(?![0-9])/;

const withoutIdNumber = z.refine<string>(
  (text) => !ID_CARD.test(text.normalize('NFKC').replace(/[\s-]/g, '')),
  { error: ID_NUMBER, abort: true },
);

/** 一个人的名字；an identity card's number in it is refused with its own reason: it is never collected. */
export const personName = z
  .string()
  .check(z.trim(), withoutIdNumber, z.minLength(1), z.maxLength(20), z.regex(NAME, { error: BAD_TEXT }));

/** 住址，一行。 */
export const address = z
  .string()
  .check(z.trim(), withoutIdNumber, z.minLength(1), z.maxLength(60), z.regex(NAME, { error: BAD_TEXT }));

/** A few sentences of `max` characters at most, may be empty. */
export const sentences = (max: number) =>
  z.string().check(
    z.overwrite((text) => text.replace(/\r\n?/g, '\n').trim()),
    z.maxLength(max),
    z.refine((text) => !HIDDEN.test(text.replace(JOINERS, '')), { error: BAD_TEXT }),
  );

export const pillar = z.enum(['heritage', 'care', 'learning', 'governance']);
export const dutyWork = z.enum(['patrol', 'waste', 'river', 'mediation', 'epidemic']);
export const role = z.enum(['visitor', 'member', 'squadLeader', 'staff', 'supervisor']);
export const studioRole = z.enum(['member', 'squadLeader', 'staff']);
/** 写的字查到哪一步；头像也可以是通过了。 */
export const checkState = z.enum(['waiting', 'review', 'refused']);
export const avatarState = z.enum(['waiting', 'review', 'refused', 'passed']);
export const activityKind = z.enum([
  'lecture',
  'talk',
  'campaignStudy',
  'siteVisit',
  'teamBuilding',
  'partyStudy',
  'youthClass',
  'healthLecture',
  'council',
]);

/** What the person may do with the thing they see: buttons follow it. */
export const can = z.array(z.string());
