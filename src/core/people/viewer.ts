import type { Place } from '../effect.ts'
import type { Actor, SealedCode } from './actor.ts'

/**
 * Who looks: a person, a place where everybody sees it, somebody with the code of what they raised
 * anonymously, or an administrator at the command line.
 */
export type Viewer =
  | { readonly type: 'actor'; readonly actor: Actor }
  | { readonly type: 'place'; readonly place: Place }
  | { readonly type: 'code'; readonly opens: (sealed: SealedCode) => boolean }
  | { readonly type: 'operator' }
