import { expect, it } from 'vitest'
import { toldBySlackKit } from '../../../src/adapters/slack/bolt.ts'

it.each([
  ['Failed to parse the request body: Unexpected token A in "Ana Souza"', 'Failed to parse the request body'],
  [
    'An unhandled error occurred while Bolt processed (type: event_callback, error: PrismaClientKnownRequestError: no room for Ana)',
    'An unhandled error occurred while Bolt processed (PrismaClientKnownRequestError)',
  ],
  ['Ana Souza must be shorter [json-pointer:/view/blocks/0/text]', 'a payload is wrong at /view/blocks/0/text'],
  ['missing_charset', 'missing_charset'],
  ['{"text":"Ana Souza"}', 'it complained'],
  [
    "A pong wasn't received from the server before the timeout of 5000ms!",
    "A pong wasn't received from the server before the timeout of 5000ms",
  ],
])('of “%s” the log says “%s”', (said, told) => expect(toldBySlackKit(said)).toBe(told))
