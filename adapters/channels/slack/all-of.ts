/**
 * As `Promise.all`, but nothing is still under way when it has failed: what is told of a try must be
 * all that came of it.
 */
export async function allOf<const Works extends readonly Promise<unknown>[]>(
  works: Works,
): Promise<{ -readonly [Index in keyof Works]: Awaited<Works[Index]> }> {
  await Promise.allSettled(works)
  return Promise.all(works)
}
