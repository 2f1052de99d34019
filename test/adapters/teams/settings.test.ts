import { describe, expect, test } from 'vitest'
import {
  checkSettings,
  isAllowedService,
  type TeamsSettings,
} from '../../../adapters/channels/teams/settings.ts'

const settings: TeamsSettings = {
  MicrosoftAppId: 'app',
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: 'tenant',
  MicrosoftAppType: 'SingleTenant',
}

describe('a wrong setting stops the start with the variable and the cure', () => {
  test.each([
    [{ MicrosoftAppType: 'singletenant' }, 'MicrosoftAppType is "singletenant"'],
    [{ MicrosoftAppTenantId: '' }, 'MicrosoftAppTenantId is missing'],
    [{ MicrosoftAppTenantId: '', MicrosoftAppType: undefined }, 'MicrosoftAppTenantId'],
    [{ MicrosoftAppTenantId: '', MicrosoftAppType: 'MultiTenant' }, 'MicrosoftAppTenantId'],
    [{ ToChannelFromBotLoginUrl: 'https://login.example/x' }, 'set all five'],
  ])('%j', (change, words) => {
    expect(() => checkSettings({ ...settings, ...change })).toThrow(words)
  })
})

describe('service addresses', () => {
  test.each([
    ['https://smba.trafficmanager.net/uk/', true],
    ['https://smba.infra.gcc.teams.microsoft.com/', true],
    ['http://smba.trafficmanager.net/uk/', false],
    ['https://smba.trafficmanager.net.evil.example/', false],
    ['https://evil.example/smba.trafficmanager.net', false],
    ['https://smba.infra.evil.example/teams.microsoft.com', false],
    ['http://127.0.0.1:1234/', false],
    ['nonsense', false],
  ])('%s is allowed: %s', (address, allowed) => {
    expect(isAllowedService(settings, address)).toBe(allowed)
  })

  test('the authority that we were told to trust is one of them, and its neighbour is not', () => {
    const own = { ...settings, ToBotFromChannelOpenIdMetadataUrl: 'http://127.0.0.1:1234/openid' }

    expect(isAllowedService(own, 'http://127.0.0.1:1234/uk/')).toBe(true)
    expect(isAllowedService(own, 'http://127.0.0.1:1235/uk/')).toBe(false)
  })
})
