/** The open interfaces that this product calls, as wx-server-sdk answers them; a non-zero errcode is thrown with `errCode`. */
export interface OpenApi {
  security: {
    msgSecCheck(request: {
      version: 2;
      scene: number;
      openid: string;
      content: string;
    }): Promise<{ result: { suggest: 'pass' | 'review' | 'risky' } }>;
    mediaCheckAsync(request: {
      version: 2;
      scene: number;
      openid: string;
      mediaUrl: string;
      mediaType: 1 | 2;
    }): Promise<{ traceId: string }>;
  };
  phonenumber: {
    getPhoneNumber(request: { code: string }): Promise<{ phoneInfo: { purePhoneNumber: string } }>;
  };
  wxacode: {
    getUnlimited(request: {
      page: string;
      scene: string;
      width: number;
      envVersion: string;
      checkPath: boolean;
    }): Promise<{ buffer: Buffer }>;
  };
  subscribeMessage: {
    send(request: {
      touser: string;
      templateId: string;
      page: string;
      data: Record<string, { value: string }>;
      miniprogramState: string;
    }): Promise<unknown>;
  };
}

let loaded: Promise<{ openapi: OpenApi }> | undefined;

/**
 * wx-server-sdk is heavy: it is loaded by the first call that needs an open interface. Its `openapi` answers to every name, `then`
 * included, so a promise must not resolve to it.
 */
export function openApis(): Promise<{ openapi: OpenApi }> {
  loaded ??= import('wx-server-sdk').then(({ default: cloud }) => {
    // The typings know only strings, the SDK's own constant is a symbol.
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
    return { openapi: cloud.openapi as unknown as OpenApi };
  });
  return loaded;
}
