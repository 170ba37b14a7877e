type Answer = { event: 'exposureAuthorization' | 'disagree' } | { event: 'agree'; buttonId: string };
type Resolve = (answer: Answer) => void;
/** The typings give the listener no `resolve`. */
type Listen = (listener: (resolve: Resolve) => void) => void;

/** 说明隐私、请人同意的那一张：the screen's own. */
export interface PrivacySheet {
  open(): void;
  close(): void;
}

const sheets: PrivacySheet[] = [];
let waiting: Resolve[] = [];

/**
 * Listens once for the whole app: what needs the consent waits until the uppermost screen's sheet has been answered. A screen
 * without a sheet uses nothing private, so nothing is agreed to there.
 */
export function listenForPrivacy(): void {
  (wx.onNeedPrivacyAuthorization as unknown as Listen)((resolve) => {
    const sheet = sheets[sheets.length - 1];
    if (!sheet) return resolve({ event: 'disagree' });
    resolve({ event: 'exposureAuthorization' });
    waiting.push(resolve);
    sheet.open();
  });
}

export const hangSheet = (sheet: PrivacySheet): void => void sheets.push(sheet);

/** Its screen goes: what still waits was not agreed to. */
export function takeSheet(sheet: PrivacySheet): void {
  const at = sheets.indexOf(sheet);
  if (at >= 0) sheets.splice(at, 1);
  answerPrivacy({ event: 'disagree' });
}

/** Answers everything that waits: one consent is for all of it. */
export function answerPrivacy(answer: Answer): void {
  const asked = waiting;
  waiting = [];
  for (const resolve of asked) resolve(answer);
  for (const sheet of sheets) sheet.close();
}
