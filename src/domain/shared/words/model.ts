/** Around the model: who wrote a text, why not the model, and the note for another try. */

/** Why there are no words of the model, to stand inside a sentence. */
export const withoutModel = {
  no_model: 'no model is set up',
  over_budget: 'today’s budget for the model is used up',
  slow: 'the model took too long',
  unreachable: 'the model could not be reached',
  declined: 'the model declined',
  nonsense: 'the model’s answer could not be used',
  cut_short: 'the model’s answer could not be used',
  not_asked: 'the model could not be asked',
  unsupported: 'no fact bears out what the model wrote',
} as const

export const writer = {
  model: 'Written by the model. Each claim was checked against its fact; read it as you would a colleague’s.',
  template: (why: string): string => `Written from the template: ${why}.`,
  stillAsked: 'Written from the template. The model has not answered.',
  cut: 'Cut, because no fact bears it out. It is not sent; *Edit* puts back what is true:',
  cutLine: (sentence: string): string => `• “${sentence}”`,
} as const

/** Above the form of `/silver`. */
export const sortedBy = {
  model: 'The model sorted some of your words into the fields. They are yours, unchanged; check where they stand.',
  rules: (why: string): string => `Filled in by rules alone: ${why}.`,
} as const

export const regenerate = {
  title: 'Regenerate the draft',
  submit: 'Write again',
  cancel: 'Cancel',
  note: 'What should be different?',
  placeholder: 'Warmer, and begin with the incident exercise',
  hint: 'The model gets this note and the facts that may be told. Leave out names, addresses, pay and private matters. Nothing is sent.',
  done: 'The card shows the new text.',
  doneWithCuts: (count: number): string =>
    `The card shows the new text. ${count === 1 ? 'One sentence was' : `${count} sentences were`} cut, because no fact bears it out.`,
  /** At the press; nothing is typed in vain. */
  withoutModel:
    'No language model is connected here, so nothing can follow a note: this text is a template’s. *Edit* changes it by hand. Whoever runs Medallist can connect a model.',
  cannot: (why: string): string => `It cannot be written anew: ${why}. Use Edit instead.`,
  failed: (why: string, note: string): string =>
    `The text is as it was: ${why}. Your note, to try again with:\n>${note}`,
  notKept: (why: string, note: string): string => `${why}\nYour note, to try again with:\n>${note}`,
  problems: {
    contact: 'Please leave out addresses, phone numbers and links: the note goes to the model. Add them with Edit.',
    names_somebody: 'Please leave out names: the note goes to the model. Add them with Edit.',
    internal_matter:
      'Please leave out pay, and why or how you decided: the note goes to the model, and letters do not speak of it.',
    private_matter: 'Please leave out private matters: the note goes to the model, and they must not count.',
  },
} as const
