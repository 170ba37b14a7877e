import { timingSafeEqual } from 'node:crypto';
import { lookUpKey } from './secrets';

/**
 * 部署时给的一次性的码：`code` for whatever the deployment holds, or `place=code,place=code` where each studio or town has its own.
 * Without one in the environment nobody gets in.
 */
export function isDeploymentCode(name: 'SETUP_CODE' | 'TOWN_SETUP_CODE', place: string, code: string) {
  const wanted = codeFor(place, process.env[name] ?? '');
  const hash = (text: string) => Buffer.from(lookUpKey('code', text));
  return wanted !== '' && timingSafeEqual(hash(code), hash(wanted));
}

function codeFor(place: string, codes: string): string {
  if (!codes.includes('=')) return codes;
  const own = codes.split(',').find((pair) => pair.startsWith(`${place}=`));
  return own?.slice(place.length + 1) ?? '';
}
