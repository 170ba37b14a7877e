import { OK, type Api } from '../api';
import { typeOf } from '../../storage/file-types';
import { judge } from './verdict';

const LARGEST = 1024 * 1024;

/**
 * The picture check that answers at once, whose further growth the platform has stopped.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/security.imgSecCheck
 */
export const imgSecCheck: Api = ({ media }) => {
  const isPicture = Buffer.isBuffer(media) && typeOf(media, '')?.startsWith('image/') === true;
  if (!isPicture || media.length > LARGEST) return { errcode: 40006, errmsg: 'invalid media size' };
  return judge(media) === 'pass' ? OK : { errcode: 87014, errmsg: 'risky content' };
};
