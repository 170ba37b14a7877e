import cloudbase from '@cloudbase/node-sdk';

export interface Caller {
  /** Empty when no person calls. */
  openid: string;
  timer: boolean;
}

/** Who calls, from the platform's context alone. A timer has a trigger source and no person. */
export function caller(): Caller {
  const { WX_OPENID, TRIGGER_SRC } = cloudbase.getCloudbaseContext();
  const openid = WX_OPENID ?? '';
  return { openid, timer: openid === '' && TRIGGER_SRC === 'timer' };
}
