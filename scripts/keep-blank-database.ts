// Part of `npm ci`: what the first start, and every test that makes an embedded database, would otherwise compute for six seconds.
import { keepBlank } from '../src/adapters/db/embedded/blank.ts'

await keepBlank()
