import { resolve } from 'node:path'
import { Policy } from '../core/policy/policy.ts'
import { nearest } from '../core/policy/soundness/nearest.ts'
import { isBlock, type Overlay, overlay } from './pack-file/overlay.ts'
import { unknownWords } from './pack-file/unknown-words.ts'
import { loadYaml, readYaml, type YamlFile, type YamlReading } from './yaml-file.ts'
import { type Fault, faultsOf, problemsOf, unstorable } from './yaml-problems.ts'

export type PackReading =
  | { readonly ok: true; readonly policy: Policy }
  /** Each problem names the variable, or file and line, and the cure. */
  | { readonly ok: false; readonly problems: readonly string[] }

/** The pack that MUSTER_POLICY names: a built-in one by its id, or a YAML file by its path. */
export function loadPack(
  setting: string,
  builtIn: readonly Policy[],
  cwd = process.cwd(),
): PackReading {
  const known = builtIn.find(({ id }) => id === setting)
  if (known) return { ok: true, policy: known }
  if (!/[/.\\]/.test(setting)) {
    const near = nearest(setting, idsOf(builtIn))
    return refused(
      `MUSTER_POLICY names the pack "${setting}", and there is none. Did you mean "${near}"? A pack of your own is named by its path, such as ./pack.yaml.`,
    )
  }
  return packOf(loadYaml(resolve(cwd, setting), setting), builtIn)
}

/** A pack of one's own: whole, or what differs from the built-in one that it `extends`. */
export function readPack(name: string, text: string, builtIn: readonly Policy[]): PackReading {
  return packOf(readYaml(name, text), builtIn)
}

function packOf(reading: YamlReading, builtIn: readonly Policy[]): PackReading {
  if (!reading.ok) return reading
  const { file } = reading
  if (!isBlock(file.value)) {
    return faulty(file, [{ path: [], message: 'The file must be a block with words of its own.' }])
  }
  const base = builtIn.find(({ id }) => isBlock(file.value) && id === file.value.extends)
  const own = ownFaults(file.value, builtIn)
  if (own.length > 0) return faulty(file, own)
  const laid = overlay(base ?? {}, file.value)
  const parsed = Policy.safeParse(laid.whole)
  const faults = parsed.success
    ? unknownWords(laid.whole, parsed.data)
    : faultsOf(parsed.error, laid.whole)
  const all = [
    ...laid.faults,
    ...faults.map((fault) => inFile(fault, laid)),
    ...unstorable(file.value),
  ]
  return all.length === 0 && parsed.success ? { ok: true, policy: parsed.data } : faulty(file, all)
}

/** What a file must say itself, whatever it extends: a record keeps the id and version that it began under. */
function ownFaults(value: Readonly<Record<string, unknown>>, builtIn: readonly Policy[]): Fault[] {
  const faults: Fault[] = []
  const known = idsOf(builtIn)
  if (value.extends !== undefined && !known.includes(String(value.extends))) {
    const near = nearest(String(value.extends), known)
    const message = `There is no pack "${String(value.extends)}" to extend. Did you mean "${near}"?`
    faults.push({ path: ['extends'], message })
  }
  if (value.id === undefined || known.includes(String(value.id))) {
    const message = `The pack needs an "id" of its own, other than ${known.join(', ')}.`
    faults.push({ path: ['id'], message })
  }
  if (value.version === undefined) {
    const message = '"version" is missing. Write version: 1, and a higher one with every change.'
    faults.push({ path: ['version'], message })
  }
  return faults
}

/** A fault of a part that the file only inherits is shown where it inherits. */
function inFile({ path, message }: Fault, laid: Overlay): Fault {
  return { path: laid.inFile(path) ?? ['extends'], message }
}

function idsOf(builtIn: readonly Policy[]): readonly string[] {
  return builtIn.map(({ id }) => id)
}

function faulty(file: YamlFile, faults: readonly Fault[]): PackReading {
  return { ok: false, problems: problemsOf(file, faults) }
}

function refused(problem: string): PackReading {
  return { ok: false, problems: [problem] }
}
