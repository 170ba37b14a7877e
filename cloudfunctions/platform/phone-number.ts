import { openApis } from './openapi';

/** The mobile number behind a code that the phone got from WeChat; null where the code is wrong, used or too old. */
export async function phoneOf(code: string): Promise<string | null> {
  const { openapi } = await openApis();
  try {
    const { phoneInfo } = await openapi.phonenumber.getPhoneNumber({ code });
    return phoneInfo.purePhoneNumber;
  } catch (error) {
    if (isAnswer(error)) return null;
    throw error;
  }
}

/** The interface's own codes are positive: it has answered. */
const isAnswer = (error: unknown) => Number((error as { errCode?: unknown }).errCode) > 0;
