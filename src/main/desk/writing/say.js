// The surface's words come with the page, in the editor's language.

let words = {}
let timeZone

/**
 * @param zone in which times are told, as everywhere at the desk: the publication's; the browser's own where none is said
 */
export function learn(json, zone) {
  words = JSON.parse(json || '{}')
  timeZone = zone || undefined
}

/** The text of a message; {0}, {1} … are the arguments. */
export function say(key, ...args) {
  const text = words[`surface.${key}`] ?? key
  return text.replace(/\{(\d)\}/g, (_, n) => String(args[n] ?? '')).replaceAll("''", "'")
}

const screen = document.documentElement.lang || 'en'

export function clock(ms) {
  return new Intl.DateTimeFormat(screen, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(ms)
}

export function moment(ms) {
  return new Intl.DateTimeFormat(screen, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(ms)
}

export function number(n, digits = 0) {
  return new Intl.NumberFormat(screen, { maximumFractionDigits: digits }).format(n)
}

const apple = /Mac|iPhone|iPad/.test(navigator.platform || '')

/** A shortcut as the keyboard in use has it. */
export function keys(shortcut) {
  return apple
    ? shortcut.replace('Mod-', '⌘').replace('Shift-', '⇧').replace('Alt-', '⌥').toUpperCase()
    : shortcut.replace('Mod-', 'Ctrl+').replace('Shift-', 'Shift+').replace('Alt-', 'Alt+').replace(/\w$/, (c) => c.toUpperCase())
}

/** An element: `make('button', { type: 'button' }, 'Text', child…)`. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value)
    else if (value === true) element.setAttribute(key, '')
    else if (value !== false && value != null) element.setAttribute(key, value)
  }
  element.append(...children.filter((c) => c != null))
  return element
}

export function button(label, onclick, attributes = {}) {
  return make('button', { type: 'button', onclick, ...attributes, class: `button ${attributes.class || ''}`.trim() }, label)
}
