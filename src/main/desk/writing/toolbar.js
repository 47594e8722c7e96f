// The bar above the text: marks, blocks, and what belongs to the block in which the cursor is.
import { ask } from './photo.js'
import { openMenu } from './menu.js'
import { cleanLink } from './paste.js'
import { keys, make, say } from './say.js'

const general = [
  ['add', '+', null, openMenu, null],
  ['bold', 'B', 'Mod-b', (e) => e.chain().focus().toggleMark('strong').run(), (e) => e.isActive('strong')],
  ['italic', 'I', 'Mod-i', (e) => e.chain().focus().toggleMark('em').run(), (e) => e.isActive('em')],
  ['link', '↗', 'Mod-k', askForLink, (e) => e.isActive('link')],
  ['heading', 'H2', 'Mod-Alt-2', (e) => e.chain().focus().toggleNode('heading', 'paragraph', { level: 2 }).run(), (e) => e.isActive('heading', { level: 2 })],
  ['subheading', 'H3', 'Mod-Alt-3', (e) => e.chain().focus().toggleNode('heading', 'paragraph', { level: 3 }).run(), (e) => e.isActive('heading', { level: 3 })],
  ['quote', '❝', 'Mod-Shift-b', (e) => e.chain().focus().toggleQuote().run(), (e) => e.isActive('quote')],
  ['list', '•', 'Mod-Shift-8', (e) => e.chain().focus().toggleList('bulletList', 'listItem').run(), (e) => e.isActive('bulletList')],
  ['numbered', '1.', 'Mod-Shift-7', (e) => e.chain().focus().toggleList('orderedList', 'listItem').run(), (e) => e.isActive('orderedList')],
  ['undo', '↶', 'Mod-z', (e) => e.chain().focus().undo().run(), null],
  ['redo', '↷', 'Mod-Shift-z', (e) => e.chain().focus().redo().run(), null],
]

const inTable = [
  ['table.rowAfter', (e) => e.chain().focus().addRow(false).run()],
  ['table.columnAfter', (e) => e.chain().focus().addColumn(false).run()],
  ['table.removeRow', (e) => e.chain().focus().removeRow().run()],
  ['table.removeColumn', (e) => e.chain().focus().removeColumn().run()],
  ['table.headRow', (e) => e.chain().focus().headerRow().run()],
  ['table.headColumn', (e) => e.chain().focus().headerColumn().run()],
  ['table.merge', (e) => e.chain().focus().mergeCells().run()],
  ['table.split', (e) => e.chain().focus().splitCell().run()],
  ['table.remove', (e) => e.chain().focus().removeTable().run()],
]

const inQuote = [
  ['quote.speaker', (e) => e.chain().focus().nameSpeaker().run()],
]

const inBox = [['factBox.dissolve', (e) => e.chain().focus().lift('factBox').run()]]

export async function askForLink(editor) {
  const { href } = editor.getAttributes('link')
  if (!href && editor.state.selection.empty) {
    const answer = await ask(say('link.title'), [
      { label: say('link.address'), required: true, inputmode: 'url' },
      { label: say('link.text') },
    ])
    const address = Array.isArray(answer) && cleanLink(withScheme(answer[0]))
    if (address) {
      const text = answer[1] || answer[0]
      editor.chain().focus().insertContent({ type: 'text', text, marks: [{ type: 'link', attrs: { href: address } }] }).run()
    }
    return
  }
  const answer = await ask(
    say('link.title'),
    [{ label: say('link.address'), value: href || '', required: true, inputmode: 'url' }],
    href ? { remove: say('link.remove') } : {},
  )
  const chain = editor.chain().focus().extendMarkRange('link')
  if (answer === 'remove') chain.unsetMark('link').run()
  else if (answer) {
    const address = cleanLink(withScheme(answer[0]))
    if (address) chain.setMark('link', { href: address }).run()
  }
}

/** `example.org/page` and `name@example.org` as people type them. */
function withScheme(address) {
  if (/^[a-z][a-z0-9+.-]*:|^[/#?]/i.test(address)) return address
  if (/^[^\s@/]+@[^\s@/]+$/.test(address)) return `mailto:${address}`
  return /^[\w-]+(\.[\w-]+)+/.test(address) ? `https://${address}` : address
}

export class Toolbar {
  constructor(editor) {
    this.editor = editor
    this.dom = make('div', { class: 'surface-tools', role: 'toolbar', 'aria-label': say('toolbar'), 'aria-controls': 'surface-text' })
    this.buttons = general.map(([name, sign, shortcut, run, active]) => {
      const label = say(`tool.${name}`)
      const title = shortcut ? `${label} (${keys(shortcut)})` : label
      const element = make('button', { type: 'button', class: `tool tool-${name}`, title, 'aria-label': label, onclick: () => run(editor) }, sign)
      if (active) element.setAttribute('aria-pressed', 'false')
      return { element, active }
    })
    const group = (name, entries) =>
      make(
        'span',
        { class: 'tool-group', role: 'group', 'aria-label': say(`${name}.tools`), hidden: true },
        ...entries.map(([key, run]) => make('button', { type: 'button', class: 'tool tool-words', onclick: () => run(editor) }, say(key))),
      )
    this.groups = { tableBox: group('table', inTable), quote: group('quote', inQuote), factBox: group('factBox', inBox) }
    this.dom.append(...this.buttons.map((b) => b.element), ...Object.values(this.groups))
    this.dom.addEventListener('mousedown', (e) => e.target.closest('button') && e.preventDefault())
    this.dom.addEventListener('keydown', (e) => this.rove(e))
    this.stop(this.all()[0])
    this.draw()
  }

  all() {
    return [...this.dom.querySelectorAll('button')].filter((b) => !b.closest('[hidden]'))
  }

  /** One stop of the tab key for the whole bar; arrows go along it. */
  rove(event) {
    const buttons = this.all()
    const at = buttons.indexOf(document.activeElement)
    const way = getComputedStyle(this.dom).direction === 'rtl' ? -1 : 1
    const to = { ArrowRight: at + way, ArrowLeft: at - way, Home: 0, End: buttons.length - 1 }[event.key]
    if (at < 0 || to === undefined) return
    event.preventDefault()
    const next = buttons[(to + buttons.length) % buttons.length]
    this.stop(next)
    next.focus()
  }

  stop(button) {
    this.dom.querySelectorAll('button').forEach((b) => b.setAttribute('tabindex', b === button ? '0' : '-1'))
  }

  /** Called after a change of selection, in the next frame at most. */
  draw() {
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(() => {
      for (const { element, active } of this.buttons) {
        const pressed = active ? String(active(this.editor)) : null
        if (pressed && element.getAttribute('aria-pressed') !== pressed) element.setAttribute('aria-pressed', pressed)
        if (element.disabled === this.editor.isEditable) element.disabled = !this.editor.isEditable
      }
      for (const [name, group] of Object.entries(this.groups)) {
        const hidden = !this.editor.isEditable || !this.editor.isActive(name)
        if (group.hidden !== hidden) group.hidden = hidden
      }
    })
  }
}
