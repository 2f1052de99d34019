import type { Place } from '../effect.ts'
import type { Actor } from './actor.ts'

/** Who looks: a person, a place where everybody sees it, or an administrator at the command line. */
export type Viewer =
  | { readonly type: 'actor'; readonly actor: Actor }
  | { readonly type: 'place'; readonly place: Place }
  | { readonly type: 'operator' }
