/** *Save as candidate note*. What stands in sentences is escaped by the caller. */
export const note = {
  title: 'Candidate note',
  submit: 'Save',
  close: 'Cancel',
  person: 'Who is it about?',
  personHint: 'Begin to type their name. Somebody new is added with /silver first.',
  personPlaceholder: 'Choose a person',
  text: 'Note',
  textHint: 'It may name others: leave only what is about this person. Recruiters alone see it.',
  kind: 'What it is',
  kindHint: 'Nothing of it is told before you allow that on the profile; a note never is.',
  kinds: {
    note: 'A note, internal',
    wish: 'What would bring them back',
    promise: 'Something we promised them',
    praise: 'Praise for them',
  },
  source: 'the message',
  from: (source: string): string => `Saved with a link to ${source}.`,
  unread: 'This message has no words of its own, so write what is worth remembering.',
  mayNot:
    'Notes about candidates are kept by recruiters. If the message praises somebody whom you would hire another time, *Flag near-miss* in the same menu is for everybody, and you hear what comes of it.',
  problems: {
    no_such_person: 'That person is not on record any more. Choose another.',
    saved_before: 'This is saved with them already, word by word.',
    keep: 'Tick the box to keep these words, or change them.',
  },
  saved: (who: string): string => `Saved as a note on *${who}*. Recruiters alone see it.`,
  takenBack: 'That note was taken back. Nothing is kept of it.',
  fallback: 'A note was saved.',
  open: 'Open',
  undo: 'Undo',
  undoRefused: {
    undone_already: 'That note was taken back already.',
    not_yours: 'Only the one who saved the note can undo it here.',
    too_late: 'Since then somebody allowed it to be mentioned, so it cannot be undone here. *Open* shows it.',
  },
} as const

/** *Merge with…* on a flag. */
export const mergeChoice = {
  title: 'Merge with…',
  submit: 'Compare',
  close: 'Cancel',
  about: (who: string, role: string): string =>
    `*${who}*, flagged for ${role}. Choose who of those on record it is; both are shown side by side before anything changes.`,
  person: 'Person on record',
  personHint: 'Begin to type their name. If it is nobody of them, press Cancel and Accept instead.',
  gone: 'That person is not on record any more. Choose another.',
  unreadable:
    'What the flag says does not fit into the record as it is. Press Cancel and Accept instead, where you can change it.',
} as const
