import { execFileSync } from 'node:child_process'
import { EMULATOR, FOLDER, installedEmulator } from './installed.ts'

if (!installedEmulator()) {
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts']
  execFileSync('npm', ['install', ...quiet, '--prefix', FOLDER, EMULATOR], { stdio: 'inherit' })
}
process.stdout.write(`${EMULATOR} is in ${FOLDER}\n`)
