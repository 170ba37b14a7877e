import type { EventDocument } from '../../typings/documents/event';
import type { MemberDocument } from '../../typings/documents/member';
import { canStillAsk, checkOf, copiedLongAgo, nextForAvatar, type Verdict, wordsOf } from '../domain/checks';
import { askAboutPicture, verdictOn } from './content-security';
import { settleNameAs, copyName } from './settle-name';
import { settlePicture } from './settle-avatar';
import { avatarsIn, namesIn, settleAvatar, settleName, settleWords, wordsIn } from './store/checks';
import { addressesOfFiles } from './files';
import { addressesOf } from './store/members';

/** Asked at once, so that a check that hangs costs one patience; the next sweep takes the rest. */
const MOST = 10;

/** 检查的接口断过：还来得及的再问一次，来不及的请工作人员看。 */
export async function recheck(now: number): Promise<void> {
  const [names, copying, words, avatars] = await Promise.all([
    namesIn('waiting', MOST),
    namesIn('copying', MOST),
    wordsIn('waiting', MOST),
    avatarsIn('waiting', MOST),
  ]);
  const authors = await addressesOf(words.map(({ createdBy }) => createdBy));
  await Promise.all([
    ...names.map((member) => recheckName(member, now)),
    ...copying.map((member) => finishCopying(member, now)),
    ...words.map((event) => recheckWords(event, authors.get(event.createdBy), now)),
    ...avatars.map((member) => recheckAvatar(member, now)),
  ]);
}

async function recheckName(member: MemberDocument, now: number): Promise<void> {
  const { check, openid } = member;
  if (!check) return;
  const verdict = await again([check.text], openid, check.at, now);
  if (verdict !== 'down') await settleNameAs(member, check, verdict, now);
}

async function finishCopying(member: MemberDocument, now: number): Promise<void> {
  const { check, name } = member;
  if (!check) return;
  await copyName(member);
  if (copiedLongAgo(check, now)) await settleName(member, check, { name, check: null });
}

async function recheckWords(event: EventDocument, openid: string | undefined, now: number): Promise<void> {
  const { check } = event;
  if (!check) return;
  const verdict = openid === undefined ? 'review' : await again(wordsOf(event), openid, check.at, now);
  if (verdict !== 'down') await settleWords(event, check, checkOf(verdict, check.at));
}

async function recheckAvatar(member: MemberDocument, now: number): Promise<void> {
  const { avatar, openid } = member;
  if (!avatar) return;
  const next = nextForAvatar(avatar, now);
  if (next === 'review') await settlePicture(member, avatar, 'review');
  if (next !== 'ask') return;
  const address = (await addressesOfFiles([avatar.fileId])).get(avatar.fileId);
  const trace = address ? await askAboutPicture(address, openid) : '';
  if (trace) await settleAvatar(member, avatar, { ...avatar, trace });
}

/** Who was here too long ago for the check to know them is judged by people. */
async function again(words: string[], openid: string, at: number, now: number): Promise<Verdict> {
  return canStillAsk(at, now) ? await verdictOn(words, openid) : 'review';
}
