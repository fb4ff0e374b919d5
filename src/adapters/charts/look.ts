/** How every picture looks. */
export const WIDTH = 960
export const HEIGHT = 420
export const FONT = 'Inter'
export const INK = '#1d1c1d'
export const FAINT = '#e3e0dc'
/** Told apart by people who do not tell red from green, and on a grey print. */
export const COLOURS = { kept: '#1f3d36', sent: '#c9b38a', replied: '#7a5c1e' }
export const textStyle = { fontFamily: FONT, color: INK, fontSize: 14 }
