/**
 * 写的字、换的头像还没有通过检查；what has passed bears none. `waiting`: the check was down, the sweep asks again. `review`: staff look.
 * `refused`: it stays its author's alone.
 */
export interface Check {
  state: 'waiting' | 'review' | 'refused';
  /** When it was written: its author was here then. */
  at: number;
  /** 不通过的原因，给写的人看；empty unless staff gave one. */
  reason: string;
}

/** 名字的检查：`text` is what the person wrote; others go on seeing `name`. */
export interface NameCheck extends Omit<Check, 'state'> {
  text: string;
  /** `copying`: it has passed, and the places that hold a copy are put right. */
  state: Check['state'] | 'copying';
}

/** 头像：nobody but its owner sees it until it has passed. */
export interface Avatar {
  /** Empty: the file is gone, because it was refused. */
  fileId: string;
  state: Check['state'] | 'passed';
  /** The platform's number of the check; empty while it could not be asked. */
  trace: string;
  at: number;
  reason: string;
}
