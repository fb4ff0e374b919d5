// A drawing that goes wrong.
throw new Error('no font')
