import { createRequire } from 'node:module';
import type { TestFunction } from './support';

const { resolve } = createRequire(__filename);
export const NODE_SDK = JSON.stringify(resolve('@cloudbase/node-sdk'));
export const WX_SDK = JSON.stringify(resolve('wx-server-sdk'));

/** A function with the unmodified SDKs in it that does what a test sends it as text. */
export const SDK_FUNCTION: TestFunction = {
  source: `
    const node = require(${NODE_SDK});
    const wx = require(${WX_SDK});
    wx.init({ env: wx.DYNAMIC_CURRENT_ENV });
    const app = node.init({ env: node.SYMBOL_CURRENT_ENV });
    exports.main = async ({ sdk, script, given }) => {
      const db = sdk === 'wx' ? wx.database() : app.database();
      const data = (body) => (sdk === 'wx' ? { data: body } : body);
      const context = { db, _: db.command, data, given, cloud: sdk === 'wx' ? wx : app };
      try {
        return { ok: await eval('(' + script + ')')(context) };
      } catch (error) {
        return { code: error.code, errCode: error.errCode, message: error.message };
      }
    };`,
  config: {
    timeout: 20,
    permissions: {
      openapi: [
        'subscribeMessage.send',
        'security.msgSecCheck',
        'security.mediaCheckAsync',
        'security.imgSecCheck',
        'wxacode.getUnlimited',
        'wxacode.get',
        'phonenumber.getPhoneNumber',
        'updatableMessage.createActivityId',
        'updatableMessage.setUpdatableMsg',
      ],
    },
  },
};

export type Sdk = 'wx' | 'node';
export const SDKS: Sdk[] = ['wx', 'node'];
