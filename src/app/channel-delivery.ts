import type { Host } from './host.ts'
import type { Meter } from './metrics/meter.ts'
import { asRequest } from './request-id.ts'

/** What the HTTP server does for its requests, for deliveries that come in another way. */
export function channelDelivery(meter: Meter): Host['delivery'] {
  return (channel, work) => {
    const began = performance.now()
    return asRequest(() =>
      work(() => meter.took('muster_ack_seconds', { channel }, (performance.now() - began) / 1000)),
    )
  }
}
