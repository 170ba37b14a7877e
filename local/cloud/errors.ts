/** An error that goes back to the caller in the platform's own shape. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function invalid(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message);
}

export function failed(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message);
}
