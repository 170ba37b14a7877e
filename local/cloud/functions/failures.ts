import type { FailureKind } from './protocol';

/** How the platform names each failure: to the SDKs by a word, to the phone by a number. */
export const FAILURES: Record<FailureKind, { code: string; errCode: number; words: string }> = {
  threw: { code: 'FUNCTIONS_EXECUTE_FAIL', errCode: -504002, words: 'functions execute fail' },
  exited: { code: 'FUNCTIONS_EXECUTE_FAIL', errCode: -504002, words: 'functions execute fail' },
  'out-of-memory': { code: 'FUNCTIONS_EXECUTE_FAIL', errCode: -504002, words: 'functions execute fail' },
  'timed-out': {
    code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    errCode: -504003,
    words: 'functions time limit exceeded',
  },
  'too-large': {
    code: 'FUNCTION_RESULT_SIZE_EXCEED_LIMIT',
    errCode: -604001,
    words: 'function result size exceed limit',
  },
};

export const REFUSALS: Record<string, { errCode: number; words: string }> = {
  INVALID_PARAM: { errCode: -501007, words: 'INVALID_PARAM' },
  FUNCTION_NOT_FOUND: { errCode: -501000, words: 'FUNCTION_NOT_FOUND' },
  EXCEED_MAX_PAYLOAD_SIZE: { errCode: -501000, words: 'EXCEED_MAX_PAYLOAD_SIZE' },
};
