import { people } from '../../typings/contract/members';
import { roleIn } from '../domain/access';
import { addressesOfFiles } from '../platform/files';
import { membersNamed, membersOf } from '../platform/store/memberships';
import { done, useCase } from '../platform/use-case';

const PAGE = 50;

/** 工作室的人，一页一页；找人的时候，只给名字这样开头的。 */
export default useCase({
  action: 'members.people',
  schema: people,
  admission: 'read',
  async run({ studioId, after, named }, { member }) {
    const found =
      named === null
        ? await membersOf(studioId, after ?? '', PAGE)
        : await membersNamed(studioId, named, PAGE);
    const passed = found.flatMap(({ avatar }) => (avatar?.state === 'passed' ? avatar.fileId : []));
    const urls = await addressesOfFiles(passed);
    return done({
      people: found.flatMap((person) => {
        const role = roleIn(person, studioId);
        if (role === 'visitor') return [];
        const { _id: memberId, name, veteran } = person;
        const avatar = urls.get(person.avatar?.fileId ?? '') ?? null;
        return [{ memberId, name, role, veteran, me: memberId === member._id, avatar }];
      }),
      next: named !== null || found.length < PAGE ? null : (found.at(-1)?._id ?? null),
    });
  },
});
