// The block menu: "/" at the start of a word opens it, typing filters it.
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { askForEmbed, insertBlock, insertFiles, insertPhoto } from './photo.js'
import { keys, make, say } from './say.js'
import { FIRST_CELL, newTable } from './table.js'
import { choose, library } from './upload.js'

const key = new PluginKey('blockMenu')

/** The blocks that can be put in, in the order in which the menu has them. */
export const blocks = [
  { name: 'photo', run: async (editor) => insertFiles(editor, await choose(true)) },
  {
    name: 'library',
    run: async (editor) => {
      const photo = await library()
      if (photo) insertPhoto(editor, photo)
    },
  },
  { name: 'heading', keys: 'Mod-Alt-2', run: (e) => e.chain().focus().setNode('heading', { level: 2 }).run() },
  { name: 'subheading', keys: 'Mod-Alt-3', run: (e) => e.chain().focus().setNode('heading', { level: 3 }).run() },
  { name: 'quote', keys: 'Mod-Shift-b', run: (e) => e.chain().focus().toggleQuote().run() },
  { name: 'list', keys: 'Mod-Shift-8', run: (e) => e.chain().focus().toggleList('bulletList', 'listItem').run() },
  { name: 'numbered', keys: 'Mod-Shift-7', run: (e) => e.chain().focus().toggleList('orderedList', 'listItem').run() },
  { name: 'table', run: (e) => insertBlock(e, [newTable()], undefined, FIRST_CELL) },
  { name: 'factBox', run: (e) => e.chain().focus().wrapIn('factBox').run() },
  { name: 'embed', run: (e) => askForEmbed(e) },
  { name: 'divider', run: (e) => e.chain().focus().insertContent([{ type: 'divider' }, { type: 'paragraph' }]).run() },
  { name: 'verbatim', run: (e) => e.chain().focus().setNode('verbatim').run() },
]

function matching(query) {
  const wanted = query.toLocaleLowerCase()
  const first = (b) => say(`block.${b.name}`).toLocaleLowerCase().startsWith(wanted)
  return blocks
    .filter((b) => `${say(`block.${b.name}`)} ${say(`block.${b.name}.also`)}`.toLocaleLowerCase().split(/\s+/).some((w) => w.startsWith(wanted)))
    .sort((a, b) => Number(first(b)) - Number(first(a)))
}

/** The "/word" before the cursor, or nothing. */
function typed(state) {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type.name !== 'paragraph') return null
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
  const match = /(?:^|\s)\/([^\s/]{0,20})$/.exec(before)
  return match && { from: $from.pos - match[1].length - 1, to: $from.pos, query: match[1] }
}

class Menu {
  constructor(view, editor, surface) {
    Object.assign(this, { view, editor, chosen: 0, items: [] })
    this.list = make('div', { role: 'listbox', id: 'block-menu', tabindex: '0', class: 'block-menu', 'aria-label': say('menu.title'), hidden: true })
    surface.append(this.list)
    this.list.addEventListener('mousedown', (e) => e.preventDefault())
    this.list.addEventListener('click', (e) => {
      const option = e.target.closest('[role=option]')
      if (option) this.take(Number(option.dataset.at))
    })
    this.list.addEventListener('pointermove', (e) => {
      const option = e.target.closest('[role=option]')
      if (option && Number(option.dataset.at) !== this.chosen) this.mark(Number(option.dataset.at))
    })
  }

  get open() {
    return !this.list.hidden
  }

  update(view) {
    const word = view.editable && view.hasFocus() ? key.getState(view.state).word : null
    this.word = word
    this.items = word ? matching(word.query) : []
    if (!this.items.length) return this.close()
    const signature = this.items.map((i) => i.name).join()
    if (signature !== this.signature) {
      this.signature = signature
      this.chosen = 0
      this.list.replaceChildren(...this.items.map((item, i) => this.option(item, i)))
    }
    this.list.hidden = false
    view.dom.setAttribute('aria-controls', 'block-menu')
    this.mark(Math.min(this.chosen, this.items.length - 1))
    this.place(view)
  }

  option(item, i) {
    return make(
      'div',
      { role: 'option', id: `block-menu-${i}`, 'data-at': i, 'data-block': item.name },
      make('span', {}, say(`block.${item.name}`)),
      item.keys ? make('kbd', {}, keys(item.keys)) : null,
    )
  }

  place(view) {
    const surface = this.list.offsetParent?.getBoundingClientRect()
    if (!surface) return
    const at = view.coordsAtPos(this.word.from)
    const below = innerHeight - at.bottom > this.list.offsetHeight + 12 || at.top < this.list.offsetHeight
    const left = Math.max(0, Math.min(at.left - surface.left, surface.width - this.list.offsetWidth))
    this.list.style.left = `${left}px`
    this.list.style.top = `${below ? at.bottom - surface.top + 6 : at.top - surface.top - this.list.offsetHeight - 6}px`
  }

  mark(i) {
    this.chosen = i
    const options = [...this.list.children]
    options.forEach((o, n) => o.setAttribute('aria-selected', String(n === i)))
    this.view.dom.setAttribute('aria-activedescendant', `block-menu-${i}`)
    const option = options[i]
    if (option.offsetTop < this.list.scrollTop) this.list.scrollTop = option.offsetTop
    else if (option.offsetTop + option.offsetHeight > this.list.scrollTop + this.list.clientHeight) {
      this.list.scrollTop = option.offsetTop + option.offsetHeight - this.list.clientHeight
    }
  }

  close() {
    if (!this.open) return
    this.list.hidden = true
    this.signature = ''
    this.view.dom.removeAttribute('aria-activedescendant')
    this.view.dom.removeAttribute('aria-controls')
  }

  take(i) {
    const item = this.items[i]
    const { from, to } = this.word
    this.editor.chain().deleteRange({ from, to }).run()
    this.close()
    item.run(this.editor)
  }

  keydown(event) {
    if (!this.open || event.isComposing) return false
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move) {
      this.mark((this.chosen + move + this.items.length) % this.items.length)
      return true
    }
    if (event.key === 'Enter' || event.key === 'Tab') {
      this.take(this.chosen)
      return true
    }
    if (event.key === 'Escape') {
      this.view.dispatch(this.view.state.tr.setMeta(key, 'dismiss'))
      return true
    }
    return false
  }

  destroy() {
    this.list.remove()
  }
}

/** Opens the menu in an empty paragraph: the one where the cursor is, or a new one below. */
export function openMenu(editor) {
  const { parent, depth } = editor.state.selection.$from
  if (parent.type.name !== 'paragraph' || parent.content.size || depth === 0) insertBlock(editor, [{ type: 'paragraph' }])
  editor.view.focus()
  editor.commands.insertContent({ type: 'text', text: '/' })
}

export const BlockMenu = Extension.create({
  name: 'blockMenu',
  priority: 1000,
  addOptions: () => ({ surface: null }),
  addProseMirrorPlugins() {
    const { editor, options } = this
    let menu
    return [
      new Plugin({
        key,
        state: {
          init: () => ({ word: null, dismissed: -1, typing: false }),
          apply(tr, before, _old, state) {
            const word = typed(state)
            let { dismissed } = before
            if (tr.getMeta(key) === 'dismiss') dismissed = word?.from ?? -1
            if (!word || (word.from !== dismissed && !tr.getMeta(key))) dismissed = -1
            // Moving the cursor to an old slash opens nothing; typing does.
            const typing = tr.docChanged || (before.typing && word?.from === before.word?.from)
            return { word: word && typing && word.from !== dismissed ? word : null, dismissed, typing: typing && !!word }
          },
        },
        view: (view) => {
          menu = new Menu(view, editor, options.surface)
          return menu
        },
        props: {
          handleKeyDown: (_view, event) => menu.keydown(event),
          handleDOMEvents: {
            blur: () => {
              menu.close()
              return false
            },
          },
        },
      }),
    ]
  },
})
