import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import os from 'node:os'

/** Names one process for ever: a pid alone comes back, with its boot and start time it does not. */
export type ProcessIdentity = {
  readonly pid: number
  /** Empty where the system tells none (macOS): there the start time is a date. */
  readonly bootId: string
  readonly startedAt: string
  /** Containers on one machine each count pids for themselves; empty where there are no such things. */
  readonly pidNamespace: string
  readonly host: string
}

export function ownIdentity(): ProcessIdentity {
  const startedAt = startOf(process.pid) ?? ''
  return { pid: process.pid, bootId: bootId(), startedAt, pidNamespace: pidNamespace(), host: os.hostname() }
}

/** Whether that process still lives; `hidden` where it may, but in a container whose processes cannot be seen from here. */
export function fateOf(other: ProcessIdentity): 'alive' | 'dead' | 'hidden' {
  if (other.bootId !== bootId()) return 'dead' // the machine has been restarted since
  if (other.pidNamespace !== pidNamespace()) return 'hidden'
  return startOf(other.pid) === other.startedAt ? 'alive' : 'dead'
}

const bootId = (): string => readOr('', () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim())
const pidNamespace = (): string => readOr('', () => readlinkSync('/proc/self/ns/pid'))

/** When the process started, in the system's own words; `undefined` where there is none, or only its zombie. */
function startOf(pid: number): string | undefined {
  return process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid)
}

function startFromProc(pid: number): string | undefined {
  const stat = readOr('', () => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  // The second field is the program's name in brackets, which may hold spaces and brackets, so counting starts behind it: 3 is the state, 22 the start.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
}

function startFromPs(pid: number): string | undefined {
  const env = { PATH: '/bin:/usr/bin', LC_ALL: 'C', TZ: 'UTC' }
  const args = ['-o', 'stat=,lstart=', '-p', String(pid)]
  const line = readOr('', () => execFileSync('ps', args, { encoding: 'utf8', env, stdio: 'pipe' }).trim())
  const [, state, start] = /^(\S+)\s+(.+)$/.exec(line) ?? []
  return state?.startsWith('Z') ? undefined : start
}

function readOr<Value>(otherwise: Value, read: () => Value): Value {
  try {
    return read()
  } catch {
    return otherwise
  }
}
