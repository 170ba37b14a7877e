import { issueCode } from '../../typings/contract/scan';
import { codeStateOf, newCode } from '../domain/scan-code';
import { newScanCode } from '../platform/ids';
import { codePicture } from '../platform/mini-program-code';
import { entryById } from '../platform/store/roster-entries';
import { putCode, readCode } from '../platform/store/scan-codes';
import { done, refuse, useCase } from '../platform/use-case';

const PAGE = 'pages/scan-in/index';

/** 出示二维码：新的一张顶掉旧的。Only the picture knows the secret half. */
export default useCase({
  action: 'members.issueCode',
  schema: issueCode,
  admission: 'write',
  audit: ({ entryId }) => ({ record: entryId, fields: ['code'] }),
  async run({ studioId, entryId }, { now }) {
    const { ref, secret } = newScanCode();
    const scene = `${ref}.${secret}`;
    const code = newCode(ref, readCode(scene).hash, now);
    if (!(await putCode(studioId, entryId, code))) {
      const entry = await entryById(studioId, entryId);
      if (!entry) return refuse('not_found');
      return refuse(codeStateOf(entry, now) === 'locked' ? 'locked' : 'taken');
    }
    return done({ ...(await codePicture(PAGE, scene)), until: code.until });
  },
});
