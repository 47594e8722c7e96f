// What changes while one writes: words, reading time, the page's size and where it will be parted.
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { blocks } from './html.js'
import { make, number, say } from './say.js'

const WORDS_A_MINUTE = 200
const counted = new WeakMap()

/** Words of a document; only what has changed is counted again. */
export function words(node) {
  let n = counted.get(node)
  if (n === undefined) {
    n = 0
    if (node.isTextblock) n = countWords(node.textBetween(0, node.content.size, ' ', ' '))
    else node.forEach((child) => (n += words(child)))
    counted.set(node, n)
  }
  return n
}

export function countWords(text) {
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’‑\u200c\u200d-]*/gu) || []).length
}

const partsKey = new PluginKey('parts')

/** A thin line in the margin where the reader's next part begins; a hint where nothing is written yet. */
export const Margin = Extension.create({
  name: 'margin',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        key: partsKey,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, set) => tr.getMeta(partsKey) || (tr.docChanged ? set.map(tr.mapping, tr.doc) : set),
        },
        props: { decorations: (state) => partsKey.getState(state) },
      }),
      new Plugin({
        props: {
          decorations: ({ doc, selection }) => {
            if (!editor.isEditable) return null
            const { $from, empty } = selection
            const hints = []
            const bare = doc.childCount === 1 && doc.firstChild.type.name === 'paragraph' && doc.firstChild.content.size === 0
            if (bare) hints.push(hint(0, doc.firstChild, say('hint.first')))
            else if (empty && $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0) {
              hints.push(hint($from.before(), $from.parent, say('hint.next')))
            }
            return hints.length ? DecorationSet.create(doc, hints) : null
          },
        },
      }),
    ]
  },
})

function hint(pos, node, text) {
  return Decoration.node(pos, pos + node.nodeSize, { class: 'empty-line', 'data-hint': text })
}

/** Lines that say what they are for while they are empty: the words are for the style sheet. */
export function lineHints(root) {
  const hints = { caption: 'photo.caption', credit: 'photo.credit', speaker: 'quote.hint', table: 'table.caption' }
  for (const [name, key] of Object.entries(hints)) root.style.setProperty(`--hint-${name}`, JSON.stringify(say(key)))
}

export function drawParts(editor, parts) {
  const { doc, tr } = editor.state
  const places = blocks(doc)
  const starts = []
  parts.slice(1).forEach((part, i) => {
    const place = places[part.firstBlock]
    if (!place) return
    let pos = 0
    for (let n = 0; n < place.index; n++) pos += doc.child(n).nodeSize
    starts.push(Decoration.node(pos, pos + doc.child(place.index).nodeSize, { class: 'part-start', 'data-part': say('part', i + 2) }))
  })
  editor.view.dispatch(tr.setMeta(partsKey, DecorationSet.create(doc, starts)).setMeta('addToHistory', false))
}

export class Counts {
  constructor() {
    this.words = make('span', { class: 'count-words' })
    this.minutes = make('span', { class: 'count-minutes' })
    this.dom = make('p', { class: 'counts' }, this.words, ' ', this.minutes)
  }

  draw(doc) {
    const n = words(doc)
    if (n === this.n) return
    this.n = n
    this.words.textContent = say('words', number(n))
    this.minutes.textContent = say('minutes', number(Math.max(1, Math.round(n / WORDS_A_MINUTE))))
  }
}

/** Topics that the text speaks of come up from among all the others; whether they are chosen is the writer's business. */
function proposeTopics(found) {
  const list = document.querySelector('[data-topics]')
  const others = list?.querySelector('details')
  if (!others) return
  for (const slug of found) {
    const box = others.querySelector(`input[value="${CSS.escape(slug)}"]`)
    if (!box) continue
    const label = box.closest('label')
    label.lastElementChild.append(' ', make('span', { class: 'chip' }, list.dataset.found))
    others.before(label)
  }
}

/** Asks the server for the size of the reader's page: 1.5 s after a change, one question at a time. */
export class Gauge {
  constructor(address, fields, editor) {
    Object.assign(this, { address, fields, editor, asked: false, again: false })
    this.bar = make('span', { class: 'gauge-bar', 'aria-hidden': 'true' })
    this.text = make('span', { class: 'gauge-text' })
    this.dom = make('p', { class: 'gauge', hidden: true }, this.bar, this.text)
  }

  changed() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.ask(), 1500)
  }

  async ask() {
    if (!this.address) return
    if (this.asked) {
      this.again = true
      return
    }
    this.asked = true
    try {
      const answer = await fetch(this.address, { method: 'POST', body: this.fields(), headers: { Accept: 'application/json' }, redirect: 'manual' })
      if (answer.ok) this.draw(await answer.json())
    } catch {
      // Without a connection there is no gauge; the state line says so already.
    } finally {
      this.asked = false
      if (this.again) {
        this.again = false
        this.changed()
      }
    }
  }

  draw({ budget, parts, topics }) {
    proposeTopics(topics || [])
    if (!parts?.length || !budget) return
    const kb = (bytes) => number(bytes / 1024, 1)
    this.dom.hidden = false
    this.bar.replaceChildren(
      ...parts.map((part) => {
        const fill = make('i', { class: part.bytes > budget ? 'over' : '' })
        fill.style.inlineSize = `${Math.min(100, (100 * part.bytes) / budget)}%`
        return make('b', {}, fill)
      }),
    )
    this.text.textContent =
      parts.length === 1
        ? say('gauge.one', kb(parts[0].bytes), kb(budget))
        : say('gauge.parts', parts.length, parts.map((p) => kb(p.bytes)).join(' + '), kb(budget))
    drawParts(this.editor, parts)
  }
}
