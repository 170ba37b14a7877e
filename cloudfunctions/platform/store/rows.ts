/** The documents that a pipeline ends with; the SDK itself knows no type for them. */
export async function rowsOf<T>(pipeline: { end(): Promise<unknown> }): Promise<T[]> {
  const { data } = (await pipeline.end()) as { data: T[] };
  return data;
}
