/** What the work comes to, or `late` when it takes longer; it goes on all the same. */
export async function inTime<Result>(
  work: Promise<Result>,
  milliseconds: number,
): Promise<Result | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
