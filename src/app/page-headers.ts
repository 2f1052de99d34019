import type { ServerResponse } from 'node:http'

/**
 * What every page and answer carries, whoever serves it: nothing is loaded but what `allows` names,
 * nobody may frame or read it, and its address goes to nobody.
 */
export function harden(response: ServerResponse, allows: readonly string[]): void {
  const policy = ["default-src 'none'", ...allows, "frame-ancestors 'none'", "base-uri 'none'"]
  response.setHeader('content-security-policy', policy.join('; '))
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
}
