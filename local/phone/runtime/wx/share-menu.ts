import type { Page } from '../pages/page';
import { pageStack } from '../pages/navigation';
import { wxCall } from './call';

type Parameter = { name: string; value: string };
type Updatable = {
  isUpdatableMessage?: boolean;
  activityId?: string;
  templateInfo?: { templateId?: string; parameterList: Parameter[] };
};

const hidden = new WeakSet<Page>();
let dynamic: Updatable = {};

/** Whether the menu of a page offers to forward it. */
export const isShareable = (page: Page): boolean => page.has('onShareAppMessage') && !hidden.has(page);

/** What a card needs to follow its activity: the template decides the words, the values stand until others come. */
export type DynamicCard = { activityId: string; templateId: string; members: string; limit: string };

/** The dynamic message that the next card becomes, by `updateShareMenu`. */
export function sharedActivity(): DynamicCard | undefined {
  const { isUpdatableMessage, activityId, templateInfo } = dynamic;
  if (!isUpdatableMessage || !activityId) return undefined;
  const valueOf = (name: string): string =>
    templateInfo?.parameterList.find((one) => one.name === name)?.value ?? '0';
  const [members, limit] = [valueOf('member_count'), valueOf('room_limit')];
  return { activityId, templateId: templateInfo?.templateId ?? '', members, limit };
}

function updateShareMenu(options: Updatable): void {
  const { isUpdatableMessage, activityId, templateInfo } = options;
  if (isUpdatableMessage) {
    if (!activityId) throw new Error('parameter error: parameter.activityId should be String');
    const values = templateInfo?.parameterList;
    if (!values?.every(({ value }) => typeof value === 'string'))
      throw new Error('parameter error: parameter.templateInfo.parameterList should hold strings');
  }
  dynamic = { ...options };
}

const withPage = (work: (page: Page) => void) => () => {
  const page = pageStack().top();
  if (page) work(page);
};

export const shareMenu = {
  showShareMenu: wxCall(
    'showShareMenu',
    withPage((page) => hidden.delete(page)),
  ),
  hideShareMenu: wxCall(
    'hideShareMenu',
    withPage((page) => hidden.add(page)),
  ),
  updateShareMenu: wxCall('updateShareMenu', updateShareMenu),
};
