/** Nothing was sent: what a channel was asked to send may be being sent by another replica by now. */
export class NoLongerHeld extends Error {
  override name = 'NoLongerHeld'
}

/**
 * Called right before each thing that is sent, after everything that had to be asked first. Throws
 * `NoLongerHeld`, which channels let pass.
 */
export type Hold = () => void

/** For what nobody else could be sending. */
export const HELD: Hold = () => {}

export function holdUntil(isOver: () => boolean): Hold {
  return () => {
    if (isOver()) throw new NoLongerHeld('Another replica may have taken this over')
  }
}
