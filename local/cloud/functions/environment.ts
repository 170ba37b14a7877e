export interface Caller {
  openid: string | undefined;
  /** Where the call comes from: `wx_client`, `wx_trigger`, with `,scf` for each function in between. */
  source: string;
}

export const APPID = 'wx0000000000local';

/** What every instance of every function sees. */
export function hostEnv(url: string, envId: string, extra: Record<string, string>): Record<string, string> {
  const inherited = ['PATH', 'HOME', 'TMPDIR', 'NODE_ENV'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(inherited),
    TZ: 'UTC',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SCF_NAMESPACE: envId,
    TCB_ENV: envId,
    ...extra,
  };
}

/** What one call adds: `getWXContext()` reads who calls from the environment, at the time of asking. */
export function callEnv(id: string, name: string, envId: string, caller: Caller): Record<string, string> {
  const person: Record<string, string> =
    caller.openid === undefined
      ? { WX_CONTEXT_KEYS: 'WX_APPID,WX_CLIENTIP' }
      : { WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_CLIENTIP', WX_OPENID: caller.openid };
  return {
    ...person,
    WX_APPID: APPID,
    WX_CLIENTIP: '127.0.0.1',
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE,TCB_SEQID,TRIGGER_SRC',
    TCB_ENV: envId,
    TCB_SOURCE: caller.source,
    TRIGGER_SRC: caller.source === 'wx_trigger' ? 'timer' : caller.source,
    TCB_SEQID: id,
    SCF_FUNCTIONNAME: name,
  };
}
