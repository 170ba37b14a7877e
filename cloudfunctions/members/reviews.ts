import { reviews } from '../../typings/contract/reviews';
import { avatarItem, nameItem, wordsItem } from '../domain/review-view';
import { avatarsToReview, namesToReview, wordsToReview } from '../platform/store/checks';
import { addressesOfFiles } from '../platform/files';
import { done, useCase } from '../platform/use-case';

const MOST = 20;

/** 等工作人员看的名字、头像和值勤，先写的在前。 */
export default useCase({
  action: 'members.reviews',
  schema: reviews,
  admission: 'read',
  async run({ studioId }, { member: { _id: me } }) {
    const [names, avatars, events] = await Promise.all([
      namesToReview(studioId, MOST),
      avatarsToReview(studioId, MOST),
      wordsToReview(studioId, MOST),
    ]);
    const urls = await addressesOfFiles(avatars.flatMap(({ avatar }) => avatar?.fileId ?? []));
    const items = [
      ...names.flatMap((member) => nameItem(member, me)),
      ...avatars.flatMap((member) => avatarItem(member, urls.get(member.avatar?.fileId ?? '') ?? null, me)),
      ...events.flatMap((event) => wordsItem(event, me)),
    ];
    return done({ items: items.sort((a, b) => a.at - b.at) });
  },
});
