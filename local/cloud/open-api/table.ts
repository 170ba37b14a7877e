import { createActivityId } from './activities/create-activity-id';
import { setUpdatableMsg } from './activities/set-updatable-msg';
import type { Api } from './api';
import { getUnlimited } from './codes/get-unlimited';
import { getCode } from './codes/get-code';
import { getPhoneNumber } from './get-phone-number';
import { imgSecCheck } from './media-check/img-sec-check';
import { mediaCheckAsync } from './media-check/media-check-async';
import { msgSecCheck } from './msg-sec-check';
import { sendSubscribeMessage } from './subscribe-message';

export const APIS = new Map<string, Api>([
  ['subscribeMessage.send', sendSubscribeMessage],
  ['security.msgSecCheck', msgSecCheck],
  ['security.mediaCheckAsync', mediaCheckAsync],
  ['security.imgSecCheck', imgSecCheck],
  ['wxacode.getUnlimited', getUnlimited],
  ['wxacode.get', getCode],
  ['phonenumber.getPhoneNumber', getPhoneNumber],
  ['updatableMessage.createActivityId', createActivityId],
  ['updatableMessage.setUpdatableMsg', setUpdatableMsg],
]);
