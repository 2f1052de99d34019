#!/usr/bin/env node
import { calculators, runCli } from './cli/index.ts'
import { processTerminal } from './cli/terminal.ts'

process.exitCode = await runCli(process.argv.slice(2), calculators, processTerminal())
