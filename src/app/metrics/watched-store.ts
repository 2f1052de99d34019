import type { Store } from '../ports.ts'
import type { Meter } from './meter.ts'

/** The store, with every call of it that fails counted. */
export function watchedStore(store: Store, meter: Meter): Store {
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function' || typeof name !== 'string') return member
      return (...args: readonly unknown[]) => {
        const answer: unknown = Reflect.apply(member, target, args)
        if (answer instanceof Promise) {
          answer.catch(() => meter.count('muster_store_errors_total', { operation: name }))
        }
        return answer
      }
    },
  })
}
