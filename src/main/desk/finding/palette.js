import { element } from './words.js'

const PAUSE = 120

/**
 * Everything within reach of the keyboard: places, actions on the article that is open, articles by their words. A combobox with a
 * listbox (ARIA Authoring Practices Guide) in a modal dialog. What can be done comes from GET /palette, which is a page of its own where
 * scripts do not run.
 */
export function openPalette(document, say) {
  if (!window.HTMLDialogElement || !document.querySelector('.masthead nav')) return
  let palette
  const open = () => {
    if (document.querySelector('dialog[open]')) return
    palette ??= new Palette(document, say)
    palette.show()
  }
  document.addEventListener('keydown', (event) => {
    const isK = event.key.toLowerCase() === 'k' || (event.code === 'KeyK' && !/^[a-z]$/i.test(event.key))
    if (!isK || event.defaultPrevented || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    open()
  })
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-palette]') && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      open()
    }
  })
}

class Palette {
  #say
  #fixed = { places: [], actions: [] }
  #articles = []
  #asked
  #timer
  #options = []
  #active = -1
  #moved = false

  constructor(document, say) {
    this.#say = say
    this.input = element('input', {
      type: 'text',
      role: 'combobox',
      'aria-label': say('label'),
      'aria-controls': 'palette-list',
      'aria-expanded': 'true',
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      placeholder: say('hint'),
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      maxlength: '200',
    })
    this.list = element('div', { id: 'palette-list', role: 'listbox', 'aria-label': say('results') })
    this.status = element('p', { class: 'hint', role: 'status' })
    this.dialog = element('dialog', { class: 'palette', 'aria-label': say('title') }, this.input, this.list, this.status)
    this.input.addEventListener('input', () => this.#typed())
    this.input.addEventListener('keydown', (event) => this.#key(event))
    this.list.addEventListener('mousedown', (event) => event.preventDefault())
    this.list.addEventListener('click', (event) => this.#go(event.target.closest('[role=option]')))
    this.dialog.addEventListener('click', (event) => event.target === this.dialog && this.dialog.close())
    this.dialog.addEventListener('close', () => this.#asked?.abort())
    document.body.append(this.dialog)
  }

  show() {
    this.input.value = ''
    this.dialog.showModal()
    this.input.focus()
    this.#draw()
    this.#ask('')
  }

  #typed() {
    clearTimeout(this.#timer)
    this.#asked?.abort()
    this.#draw()
    this.#timer = setTimeout(() => this.#ask(this.input.value.trim()), PAUSE)
  }

  /** The last question wins: an answer to an older one is not waited for. */
  async #ask(typed) {
    this.#asked?.abort()
    const asked = new AbortController()
    this.#asked = asked
    const query = new URLSearchParams({ q: typed })
    const article = openArticle()
    if (article) query.set('article', article)
    try {
      const answer = await fetch(`/palette?${query}`, { headers: { Accept: 'application/json' }, signal: asked.signal })
      if (answer.status === 401) return this.#tell(this.#say('signed-out'))
      if (!answer.ok) throw new Error(answer.status)
      const found = await answer.json()
      this.#fixed = found // with every answer: who types at once has broken off the first
      this.#articles = found.articles
      this.#draw(this.#moved ? this.#options[this.#active]?.entry.path : undefined)
    } catch (error) {
      if (error.name !== 'AbortError') this.#tell(this.#say('unreachable'))
    }
  }

  #tell(text) {
    this.status.textContent = text
  }

  /** What was chosen with the arrows stays chosen when an answer comes. */
  #draw(kept) {
    const typed = this.input.value
    this.#options = []
    this.list.replaceChildren()
    this.#group('actions', this.#fixed.actions.filter((entry) => fits(entry.label, typed)))
    this.#group('places', this.#fixed.places.filter((entry) => fits(entry.label, typed)))
    this.#group('articles', this.#articles)
    this.#tell(this.#options.length ? '' : this.#say('nothing'))
    const at = this.#options.findIndex((option) => option.entry.path === kept)
    this.#moved = at >= 0
    this.#choose(at >= 0 ? at : this.#options.length ? 0 : -1)
  }

  #group(name, entries) {
    if (!entries.length) return
    const heading = element('div', { class: 'heading', id: `palette-${name}`, role: 'presentation' }, this.#say(name))
    const group = element('div', { role: 'group', 'aria-labelledby': heading.id }, heading)
    for (const entry of entries) {
      const option = element('div', { role: 'option', id: `palette-${this.#options.length}`, 'aria-selected': 'false' })
      option.append(element('span', { lang: entry.language, dir: entry.language && 'auto' }, entry.label))
      if (entry.note) option.append(' ', element('span', { class: 'muted' }, entry.note))
      if (entry.keys) option.append(' ', element('kbd', { 'aria-hidden': 'true' }, entry.keys))
      option.entry = entry
      this.#options.push(option)
      group.append(option)
    }
    this.list.append(group)
  }

  #choose(at) {
    this.#options[this.#active]?.setAttribute('aria-selected', 'false')
    this.#active = at
    const option = this.#options[at]
    if (!option) return this.input.removeAttribute('aria-activedescendant')
    option.setAttribute('aria-selected', 'true')
    this.input.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }

  #key(event) {
    if (event.isComposing) return
    const last = this.#options.length - 1
    const steps = {
      ArrowDown: () => this.#choose(this.#active >= last ? 0 : this.#active + 1),
      ArrowUp: () => this.#choose(this.#active <= 0 ? last : this.#active - 1),
      PageDown: () => this.#choose(Math.min(last, this.#active + 8)),
      PageUp: () => this.#choose(Math.max(0, this.#active - 8)),
      Enter: () => this.#go(this.#options[this.#active]),
    }
    if (!steps[event.key] || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    this.#moved = true
    steps[event.key]()
  }

  #go(option) {
    if (!option) return
    this.dialog.close()
    const { path, method } = option.entry
    if (method === 'post') {
      const form = element('form', { method: 'post', action: path, hidden: true })
      document.body.append(form)
      form.requestSubmit()
    } else {
      location.assign(path)
    }
  }
}

/** The article that this page is about, by its address. */
export function openArticle() {
  return /^\/articles\/([0-9a-z-]+)(?:\/|$)/.exec(location.pathname)?.[1]
}

/** Whether each word that was typed begins a word of the label. */
export function fits(label, typed) {
  const parts = plain(label).split(/[^\p{L}\p{N}]+/u)
  return plain(typed)
    .split(/\s+/)
    .every((word) => parts.some((part) => part.startsWith(word)))
}

function plain(text) {
  return text.trim().toLocaleLowerCase().replaceAll('ё', 'е')
}
