const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function isGuid(account: string): boolean {
  return GUID.test(account)
}

/** An account as it is compared: a GUID is the same in capitals, anything else is not. */
export function plainAccount(account: string): string {
  return isGuid(account) ? account.toLowerCase() : account
}
