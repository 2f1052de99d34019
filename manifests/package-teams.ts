import { writeFileSync } from 'node:fs'
import { teamsAppPackage } from './teams/app-package.ts'

const FILE = 'muster-teams.zip'

try {
  writeFileSync(FILE, teamsAppPackage(process.env.MicrosoftAppId))
  process.stdout.write(
    `${FILE} is ready. Upload it in the Teams admin center (Teams apps, Manage apps, Upload new app).\n`,
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
