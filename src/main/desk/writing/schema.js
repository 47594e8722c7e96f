// The article's subset of HTML (docs/article-html.md) as an editor's schema, and nothing beside it.
import { Extension, Mark, Node, markInputRule, nodeInputRule, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core'
import { DOMParser } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'

const DIRECTIONS = ['ltr', 'rtl', 'auto']
const TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/
const PHOTO = /^photo:[A-Za-z0-9_-]{1,64}$/

export function photoId(src) {
  return PHOTO.test(src || '') ? src.slice('photo:'.length) : ''
}

const SPEAKING = [
  'paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'quote', 'said', 'factBox', 'verbatim',
  'photo', 'embed', 'tableBox', 'tableCell', 'tableHeader', 'strong', 'em', 'sub', 'sup', 'code', 'link',
]

/** In which language and direction something is written, where the article says so. */
const Speech = Extension.create({
  name: 'speech',
  addGlobalAttributes() {
    const attribute = (name, valid) => ({
      default: null,
      keepOnSplit: true,
      parseHTML: (element) => {
        const value = (element.getAttribute(name) || '').trim()
        return valid(value) ? value : null
      },
      renderHTML: (attributes) => (attributes[name] ? { [name]: attributes[name] } : {}),
    })
    return [
      {
        types: SPEAKING,
        attributes: {
          dir: attribute('dir', (v) => DIRECTIONS.includes(v)),
          lang: attribute('lang', (v) => TAG.test(v)),
        },
      },
    ]
  },
})

const Doc = Node.create({ name: 'doc', topNode: true, content: '(block | box)+' })

const Text = Node.create({ name: 'text', group: 'inline' })

const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Alt-0': () => this.editor.commands.setNode(this.name) }
  },
})

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  marks: 'em sub sup code link',
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () =>
    [1, 2, 3, 4, 5, 6].map((n) => ({ tag: `h${n}`, attrs: { level: n < 3 ? 2 : 3 } })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${node.attrs.level}`, HTMLAttributes, 0],
  addKeyboardShortcuts() {
    const toggle = (level) => () => this.editor.commands.toggleNode(this.name, 'paragraph', { level })
    return { 'Mod-Alt-2': toggle(2), 'Mod-Alt-3': toggle(3) }
  },
  addInputRules() {
    return [
      textblockTypeInputRule({ find: /^##?\s$/, type: this.type, getAttributes: { level: 2 } }),
      textblockTypeInputRule({ find: /^###\s$/, type: this.type, getAttributes: { level: 3 } }),
    ]
  },
})

const BulletList = Node.create({
  name: 'bulletList',
  group: 'block list',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: ({ HTMLAttributes }) => ['ul', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-8': () => this.editor.commands.toggleList(this.name, 'listItem') }
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*[-*•]\s$/, type: this.type })]
  },
})

const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (e) => {
        const start = e.getAttribute('start') || ''
        return /^-?[0-9]{1,6}$/.test(start) ? Number(start) : 1
      },
      renderHTML: ({ start }) => (start === 1 ? {} : { start }),
    },
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-7': () => this.editor.commands.toggleList(this.name, 'listItem') }
  },
  addInputRules() {
    return [
      wrappingInputRule({
        find: /^(\d{1,6})[.)]\s$/,
        type: this.type,
        getAttributes: (match) => ({ start: Number(match[1]) }),
        joinPredicate: (match, node) => node.childCount + node.attrs.start === Number(match[1]),
      }),
    ]
  },
})

const ListItem = Node.create({
  name: 'listItem',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    }
  },
})

const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: '(block | said)+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
  addCommands() {
    return {
      toggleQuote:
        () =>
        ({ editor, commands, chain }) =>
          editor.isActive(this.name) ? commands.lift(this.name) : chain().wrapIn(this.name).nameSpeaker(false).run(),
      nameSpeaker:
        (go = true) =>
        ({ state, tr, dispatch }) => {
          const { $from } = tr.selection
          for (let d = $from.depth; d > 0; d--) {
            const quote = $from.node(d)
            if (quote.type !== this.type) continue
            let at = -1
            quote.forEach((child, offset) => {
              if (child.type.name === 'said') at = $from.start(d) + offset
            })
            if (dispatch) {
              if (at < 0) {
                at = $from.end(d)
                tr.insert(at, state.schema.nodes.said.create())
              }
              if (go) tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView()
            }
            return true
          }
          return false
        },
    }
  },
  addKeyboardShortcuts() {
    return { 'Mod-Shift-b': () => this.editor.commands.toggleQuote() }
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })]
  },
})

/** Who said what is quoted. */
const Said = Node.create({
  name: 'said',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'cite', context: 'quote/', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['cite', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { Enter: () => leave(this.editor, 'quote', this.name) }
  },
})

const FactBox = Node.create({
  name: 'factBox',
  group: 'box',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'aside' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', HTMLAttributes, 0],
})

const Verbatim = Node.create({
  name: 'verbatim',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: ({ HTMLAttributes }) => ['pre', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { $from, empty } = this.editor.state.selection
        const atEnd = $from.parent.type === this.type && $from.parentOffset === $from.parent.content.size
        if (!empty || !atEnd || !$from.parent.textContent.endsWith('\n\n')) return false
        return this.editor
          .chain()
          .deleteRange({ from: $from.pos - 2, to: $from.pos })
          .exitCode()
          .run()
      },
    }
  },
  addInputRules() {
    return [textblockTypeInputRule({ find: /^```$/, type: this.type })]
  },
})

const Divider = Node.create({
  name: 'divider',
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
  addInputRules() {
    return [nodeInputRule({ find: /^(?:---|—-|\*\*\*)$/, type: this.type })]
  },
})

const LineBreak = Node.create({
  name: 'lineBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    const insert = () => {
      const { $from } = this.editor.state.selection
      return $from.parent.type.spec.code ? false : this.editor.commands.insertContent({ type: this.name })
    }
    return { 'Shift-Enter': insert }
  },
})

/** From the last line of a block with parts: on to a paragraph after it. */
export function leave(editor, outer, ...inner) {
  const { $from } = editor.state.selection
  if (!inner.includes($from.parent.type.name)) return false
  for (let d = $from.depth; d > 0; d--) {
    if ($from.node(d).type.name !== outer) continue
    const after = $from.after(d)
    return editor.commands.command(({ tr, state }) => {
      const next = tr.doc.resolve(after).nodeAfter
      if (!next || !next.isTextblock) tr.insert(after, state.schema.nodes.paragraph.create())
      tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView()
      return true
    })
  }
  return false
}

function captionOf(figure, schema) {
  const caption = figure.querySelector('figcaption')
  const words = caption ? caption.cloneNode(true) : figure.ownerDocument.createElement('p')
  const cites = [...words.querySelectorAll('cite')]
  cites.forEach((cite) => cite.remove())
  const said = figure.ownerDocument.createElement('p')
  cites.forEach((cite, i) => said.append(...(i > 0 ? [' / '] : []), ...cite.childNodes))
  return [inline(words, schema, 'caption'), inline(said, schema, 'credit')]
}

function inline(element, schema, name) {
  const type = schema.nodes[name]
  return DOMParser.fromSchema(schema).parse(element, { topNode: type.create() })
}

const LINE = { content: 'inline*', defining: true, isolating: true, selectable: false }

const Caption = Node.create({
  name: 'caption',
  ...LINE,
  renderHTML: () => ['p', { class: 'figure-caption' }, 0],
})

const Credit = Node.create({
  name: 'credit',
  ...LINE,
  renderHTML: () => ['p', { class: 'figure-credit' }, 0],
})

/** A photo of the house (`photo:ID`), or what arrived with an address elsewhere. */
export const Photo = Node.create({
  name: 'photo',
  group: 'block',
  content: 'caption credit',
  isolating: true,
  draggable: true,
  addAttributes: () => ({
    src: { default: '', parseHTML: (e) => picture(e).getAttribute('src') || '' },
    alt: { default: '', parseHTML: (e) => picture(e).getAttribute('alt') || '' },
    upload: { default: null, rendered: false, parseHTML: () => null },
  }),
  parseHTML: () => [
    {
      tag: 'figure',
      getAttrs: (e) => (e.querySelector('img') && !e.classList.contains('embed') ? null : false),
      getContent: (e, schema) => schema.nodes.photo.create(null, captionOf(e, schema)).content,
    },
    {
      tag: 'img[src]',
      getAttrs: (e) => (e.closest('figure') ? false : null),
      getContent: (e, schema) => schema.nodes.photo.createAndFill().content,
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes, ['figcaption', 0]],
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { $from } = this.editor.state.selection
        if ($from.parent.type.name === 'caption') return nextLine(this.editor)
        return leave(this.editor, this.name, 'credit') || leave(this.editor, 'embed', 'credit')
      },
    }
  },
})

function picture(element) {
  return element.nodeName === 'IMG' ? element : element.querySelector('img')
}

function nextLine(editor) {
  return editor.commands.command(({ tr }) => {
    tr.setSelection(TextSelection.near(tr.doc.resolve(tr.selection.$from.after() + 1))).scrollIntoView()
    return true
  })
}

/** Something that stands elsewhere: a link with a still or a title. */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  content: 'caption credit',
  isolating: true,
  draggable: true,
  addAttributes: () => ({
    href: { default: '', parseHTML: (e) => e.querySelector('a').getAttribute('href') || '' },
    title: { default: '', parseHTML: (e) => e.querySelector('a').textContent.trim() },
    still: { default: '', parseHTML: (e) => e.querySelector('a img')?.getAttribute('src') || '' },
    alt: { default: '', parseHTML: (e) => e.querySelector('a img')?.getAttribute('alt') || '' },
  }),
  parseHTML: () => [
    {
      tag: 'figure.embed',
      priority: 60,
      getAttrs: (e) => (e.querySelector('a[href]') ? null : false),
      getContent: (e, schema) => schema.nodes.embed.create(null, captionOf(e, schema)).content,
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes, ['figcaption', 0]],
})

const mark = (name, tags, options = {}) =>
  Mark.create({
    name,
    parseHTML: () => tags.map((tag) => (typeof tag === 'string' ? { tag } : tag)),
    renderHTML: ({ HTMLAttributes }) => [name, HTMLAttributes, 0],
    ...options,
  })

const toggles = (...keys) => ({
  addKeyboardShortcuts() {
    return Object.fromEntries(keys.map((key) => [key, () => this.editor.commands.toggleMark(this.name)]))
  },
})

const Strong = mark('strong', ['strong', 'b'], {
  ...toggles('Mod-b'),
  addInputRules() {
    return [markInputRule({ find: /(?:^|\s)(\*\*(?!\s)([^*]+)\*\*)$/, type: this.type })]
  },
})

const Em = mark('em', ['em', 'i', 'dfn', 'var', 'cite'], toggles('Mod-i'))
const Sub = mark('sub', ['sub'], toggles('Mod-,'))
const Sup = mark('sup', ['sup'], toggles('Mod-.'))
const Code = mark('code', ['code', 'tt', 'kbd', 'samp'], toggles('Mod-e'))

const Link = Mark.create({
  name: 'link',
  priority: 1100,
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [{ tag: 'a[href]' }],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
})

export const subset = [
  Speech, Doc, Text, Paragraph, Heading, BulletList, OrderedList, ListItem, Quote, Said, FactBox, Verbatim,
  Divider, LineBreak, Caption, Credit, Link, Strong, Em, Sub, Sup, Code,
]
