import { join } from 'node:path'
import { type Config, readConfig, surroundings } from '../../src/app/config.ts'
import { type Authority, TENANT } from '../adapters/teams/authority.ts'

/**
 * The settings of Muster in front of this authority, with its data and `directory.yaml` in a folder.
 * Everything is checked as in life; only who signs is our own.
 */
export function teamsConfig(
  { settings }: Authority,
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Config {
  const env = {
    MicrosoftAppId: settings.MicrosoftAppId,
    MicrosoftAppPassword: settings.MicrosoftAppPassword,
    MicrosoftAppTenantId: TENANT,
    MUSTER_DATA: join(folder, 'data'),
    MUSTER_DIRECTORY: join(folder, 'directory.yaml'),
    LOG_LEVEL: 'silent',
    ...more,
  }
  const read = readConfig(env, surroundings(folder))
  if (!read.ok || !read.config.teams) throw new Error('The settings are wrong')
  const own = { MicrosoftAppTenantId: TENANT, MicrosoftAppType: 'SingleTenant' }
  return { ...read.config, port: 0, teams: { ...read.config.teams, ...settings, ...own } }
}
