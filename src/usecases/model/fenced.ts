/** People's text as a model gets it: JSON, in which no text can end its string, between tags that no text can write. */
export const fenced = (data: unknown): string =>
  `<data>\n${JSON.stringify(data, undefined, 1).replace(/[<>&\u007f-\u009f\u2028\u2029]/g, escaped)}\n</data>`

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
