// The bar above the text: marks, blocks, and what belongs to the block in which the cursor is.
import { ask } from './photo.js'
import { openMenu } from './menu.js'
import { cleanLink } from './paste.js'
import { keys, make, say } from './say.js'

/** Lines of the icons on a field of 16 by 16; letters stand for themselves. */
const icons = {
  add: 'M8 3v10M3 8h10',
  link: 'M6.5 9.5l3-3M7 4.5l1.2-1.2a2.8 2.8 0 0 1 4 4L11 8.5M9 11.5l-1.2 1.2a2.8 2.8 0 0 1-4-4L5 7.5',
  quote: 'M6.5 4.5C4 5 3 6.5 3 9v2.5h3.5V8H4.8M13 4.5c-2.5.5-3.5 2-3.5 4.5v2.5H13V8h-1.7',
  list: 'M6 4h8M6 8h8M6 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  numbered: 'M6.5 4H14M6.5 8H14M6.5 12H14M2 3l1-.6v3.2M1.8 9.2c.3-.9 1.9-.9 1.9.1 0 .8-1.9 1.4-1.9 2.4h2',
  undo: 'M5.5 3l-3 3 3 3M2.5 6h7a3.5 3.5 0 0 1 0 7H6',
  redo: 'M10.5 3l3 3-3 3M13.5 6h-7a3.5 3.5 0 0 0 0 7H10',
}
const letters = { bold: 'B', italic: 'I', heading: 'H2', subheading: 'H3' }

const general = [
  ['add', null, openMenu, null],
  ['bold', 'Mod-b', (e) => e.chain().focus().toggleMark('strong').run(), (e) => e.isActive('strong')],
  ['italic', 'Mod-i', (e) => e.chain().focus().toggleMark('em').run(), (e) => e.isActive('em')],
  ['link', 'Mod-k', askForLink, (e) => e.isActive('link')],
  ['heading', 'Mod-Alt-2', toggleHeading(2), (e) => e.isActive('heading', { level: 2 })],
  ['subheading', 'Mod-Alt-3', toggleHeading(3), (e) => e.isActive('heading', { level: 3 })],
  ['quote', 'Mod-Shift-b', (e) => e.chain().focus().toggleQuote().run(), (e) => e.isActive('quote')],
  ['list', 'Mod-Shift-8', toggleList('bulletList'), (e) => e.isActive('bulletList')],
  ['numbered', 'Mod-Shift-7', toggleList('orderedList'), (e) => e.isActive('orderedList')],
  ['undo', 'Mod-z', (e) => e.chain().focus().undo().run(), null],
  ['redo', 'Mod-Shift-z', (e) => e.chain().focus().redo().run(), null],
]

function toggleHeading(level) {
  return (e) => e.chain().focus().toggleNode('heading', 'paragraph', { level }).run()
}

function toggleList(name) {
  return (e) => e.chain().focus().toggleList(name, 'listItem').run()
}

function icon(name) {
  if (letters[name]) return letters[name]
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('aria-hidden', 'true')
  path.setAttribute('d', icons[name])
  svg.append(path)
  return svg
}

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
    this.buttons = general.map(([name, shortcut, run, active]) => {
      const label = say(`tool.${name}`)
      const title = shortcut ? `${label} (${keys(shortcut)})` : label
      const element = make('button', { type: 'button', class: `tool tool-${name}`, title, 'aria-label': label, onclick: () => run(editor) }, icon(name))
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
    this.dom.append(make('span', { class: 'tool-row' }, ...this.buttons.map((b) => b.element)), ...Object.values(this.groups))
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
      // One row of them at a time: that of the innermost block.
      const { $from } = this.editor.state.selection
      let inner = ''
      for (let d = $from.depth; d > 0 && !inner; d--) if (this.groups[$from.node(d).type.name]) inner = $from.node(d).type.name
      for (const [name, group] of Object.entries(this.groups)) {
        const hidden = !this.editor.isEditable || name !== inner
        if (group.hidden !== hidden) group.hidden = hidden
      }
    })
  }
}
