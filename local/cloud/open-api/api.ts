import type { Clock } from '../clock/clock';
import type { Consents } from './consents';
import type { ApiFields } from './messages';
import type { Outbox } from './outbox';

export interface ApiContext {
  clock: Clock;
  consents: Consents;
  outbox: Outbox;
}

/** One open interface; answers the fields of WeChat's reply, `errcode` among them. */
export interface Api {
  writes: boolean;
  run: (fields: ApiFields, context: ApiContext) => object;
}
