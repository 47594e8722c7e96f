import { element } from './words.js'

const PLACES = { b: '/', a: '/articles', p: '/photos' }
const WAIT = 1500
const OFF = 'desk.keys'

/**
 * Single keys, never while somebody types. On a keyboard whose letters are not Latin a key is taken by its place, so that Russian
 * editors press the keys that bear these letters. They can be switched off (WCAG 2.1.4).
 */
export function listenToKeys(document, say) {
  let went = 0
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return
    const key = keyOf(event)
    if (key === '?') return take(event, () => showKeys(document, say))
    if (areOff()) return
    if (went && Date.now() - went < WAIT && PLACES[key]) {
      went = 0
      return take(event, () => location.assign(PLACES[key]))
    }
    went = key === 'g' ? Date.now() : 0
    if (key === 'n') take(event, () => document.querySelector('.masthead form.new')?.requestSubmit())
    if (key === '/') toSearch(document, event)
    if (key === 'j' || key === 'k') toNeighbour(document, event, key === 'j' ? 1 : -1)
  })
  for (const button of document.querySelectorAll('[data-keys]')) button.hidden = false
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-keys]')) take(event, () => showKeys(document, say))
  })
}

/** The Latin letter, the slash or the question mark that was meant. */
export function keyOf(event) {
  if (event.key === '?' || event.key === '/') return event.key
  if (/^[a-z]$/i.test(event.key)) return event.shiftKey ? '' : event.key.toLowerCase()
  if (/^[\x21-\x7e]$/.test(event.key) && event.code !== 'Slash') return ''
  if (event.code === 'Slash') return event.shiftKey ? '?' : '/'
  return event.shiftKey || !event.code.startsWith('Key') ? '' : event.code.slice(3).toLowerCase()
}

function isTyping(target) {
  return target.isContentEditable || target.closest?.('input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select')
}

function take(event, act) {
  event.preventDefault()
  act()
}

function toSearch(document, event) {
  const field = document.querySelector('main input[type=search]')
  if (field) {
    take(event, () => {
      field.focus()
      field.select()
    })
  }
}

/** Each entry of <… data-list> has its link first; the link has the focus, so that Enter opens it. */
function toNeighbour(document, event, step) {
  const links = [...document.querySelectorAll('[data-list] > * a:first-of-type')].filter(
    (link, i, all) => i === 0 || all[i - 1].closest('[data-list] > *') !== link.closest('[data-list] > *'),
  )
  if (!links.length) return
  const entry = document.activeElement?.closest?.('[data-list] > *')
  const at = links.findIndex((link) => entry && link.closest('[data-list] > *') === entry)
  const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step]
  if (next) {
    take(event, () => {
      next.focus()
      next.scrollIntoView({ block: 'nearest' })
    })
  }
}

function areOff() {
  try {
    return localStorage.getItem(OFF) === 'off'
  } catch {
    return false
  }
}

function switchOff(off) {
  try {
    if (off) localStorage.setItem(OFF, 'off')
    else localStorage.removeItem(OFF)
  } catch {
    // Where nothing can be kept, they stay on.
  }
}

function showKeys(document, say) {
  if (!window.HTMLDialogElement) return
  const apple = /Mac|iP(hone|ad)/.test(navigator.platform)
  const rows = [
    [apple ? '⌘ K' : 'Ctrl K', 'palette'],
    ['n', 'new'],
    ['g b', 'board'],
    ['g a', 'articles-list'],
    ['g p', 'photos'],
    ['/', 'search'],
    ['j k', 'move'],
    ['Enter', 'open'],
    ['?', 'help'],
  ].map(([keys, word]) => element('tr', {}, element('th', { scope: 'row' }, ...keys.split(' ').flatMap((k) => [element('kbd', {}, k), ' '])), element('td', {}, say(`keys.${word}`))))
  const box = element('input', { type: 'checkbox', checked: !areOff() })
  box.addEventListener('change', () => switchOff(!box.checked))
  const close = element('button', { type: 'button', class: 'button' }, say('keys.close'))
  const dialog = element(
    'dialog',
    { class: 'keys', 'aria-labelledby': 'keys-title' },
    element('h2', { id: 'keys-title' }, say('keys.title')),
    element('table', {}, element('tbody', {}, ...rows)),
    element('div', { class: 'field' }, element('label', { class: 'choice' }, box, ' ', say('keys.on'))),
    close,
  )
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  close.focus()
}
