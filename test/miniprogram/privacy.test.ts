import { answerPrivacy, hangSheet, listenForPrivacy, takeSheet } from '../../miniprogram/services/privacy';

type Resolve = (answer: object) => void;

/** The app listens once; `need` is WeChat asking for the consent. */
function phone() {
  let listener: ((resolve: Resolve) => void) | undefined;
  let registered = 0;
  const wx = {
    onNeedPrivacyAuthorization: (given: (resolve: Resolve) => void) => {
      registered += 1;
      listener = given;
    },
  };
  Object.assign(globalThis, { wx });
  listenForPrivacy();
  const need = () => {
    const answers: object[] = [];
    listener?.((answer) => answers.push(answer));
    return answers;
  };
  return { need, registered: () => registered };
}

function sheet() {
  const said: string[] = [];
  return { said, open: () => void said.push('open'), close: () => void said.push('close') };
}

test('没有那一张的页，什么都不同意', () => {
  const { need, registered } = phone();
  expect(need()).toEqual([{ event: 'disagree' }]);
  expect(registered()).toBe(1);
});

test('同意一次，等着的都往下走', () => {
  const { need } = phone();
  const mine = sheet();
  hangSheet(mine);
  const [first, second] = [need(), need()];
  expect(first).toEqual([{ event: 'exposureAuthorization' }]);
  answerPrivacy({ event: 'agree', buttonId: 'yes' });
  for (const answers of [first, second]) {
    expect(answers).toEqual([{ event: 'exposureAuthorization' }, { event: 'agree', buttonId: 'yes' }]);
  }
  expect(mine.said).toEqual(['open', 'open', 'close']);
  takeSheet(mine);
});

test('问的是最上面的一页；那一页走了，等着的算不同意，下面的一页接着问', () => {
  const { need } = phone();
  const [below, above] = [sheet(), sheet()];
  hangSheet(below);
  hangSheet(above);
  const left = need();
  expect(below.said).toEqual([]);
  takeSheet(above);
  expect(left.at(-1)).toEqual({ event: 'disagree' });
  need();
  expect(below.said).toEqual(['close', 'open']);
  takeSheet(below);
});
