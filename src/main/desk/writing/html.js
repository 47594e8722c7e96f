// From the editor's document to the article's HTML. A block that has not changed is not written again.
import { DOMSerializer } from '@tiptap/pm/model'

const written = new WeakMap()
const MARKS = ['link', 'strong', 'em', 'sub', 'sup', 'code']
const TAGS = { link: 'a' }

/** The HTML of an article's body, one block a line. */
export function bodyHtml(doc) {
  return blocks(doc)
    .map((b) => b.html)
    .join('\n')
}

/** The body's blocks that hold something: `html`, and `index` among the document's children. */
export function blocks(doc) {
  const all = []
  doc.forEach((node, _offset, index) => {
    const html = block(node)
    if (html) all.push({ html, index })
  })
  return all
}

function block(node) {
  let html = written.get(node)
  if (html === undefined) {
    html = write(node)
    written.set(node, html)
  }
  return html
}

function write(node) {
  const a = node.attrs
  switch (node.type.name) {
    case 'paragraph':
      return element('p', a, line(node))
    case 'heading':
      return element(`h${a.level}`, a, line(node))
    case 'bulletList':
      return element('ul', a, children(node))
    case 'orderedList':
      return element('ol', a, children(node), a.start === 1 ? {} : { start: a.start })
    case 'listItem':
      return element('li', a, plain(node))
    case 'quote':
      return element('blockquote', a, children(node))
    case 'said':
      return element('cite', a, line(node))
    case 'factBox':
      return element('aside', a, children(node))
    case 'verbatim':
      return node.textContent.trim() ? element('pre', a, escape(node.textContent)) : ''
    case 'divider':
      return '<hr>'
    case 'photo':
      return a.src ? element('figure', a, empty('img', { src: a.src, alt: a.alt }, ['alt']) + figcaption(node)) : ''
    case 'embed':
      return a.href ? element('figure', a, embedded(a) + figcaption(node), { class: 'embed' }) : ''
    case 'tableBox':
      return tableOf(node)
    default:
      return children(node)
  }
}

function children(node) {
  let html = ''
  node.forEach((child) => (html += block(child)))
  return html
}

/** A paragraph alone, or before lists only, says nothing that its text does not say. */
function plain(node) {
  const first = node.firstChild
  let listsFollow = first?.type.name === 'paragraph' && !first.attrs.dir && !first.attrs.lang
  node.forEach((child, _o, i) => (listsFollow &&= i === 0 || child.type.name.endsWith('List')))
  if (!listsFollow) return children(node)
  let html = line(first)
  node.forEach((child, _o, i) => i > 0 && (html += block(child)))
  return html
}

function figcaption(node) {
  const words = line(node.child(0))
  const credit = line(node.child(1))
  if (!words && !credit) return ''
  return `<figcaption>${words}${words && credit ? ' ' : ''}${credit && `<cite>${credit}</cite>`}</figcaption>`
}

function embedded({ href, title, still, alt }) {
  const inside = still ? empty('img', { src: still, alt }, ['alt']) : escape(title || href)
  return `<a${attributes({ href })}>${inside}</a>`
}

function tableOf(box) {
  const [caption, table] = [box.child(0), box.child(1)]
  const head = []
  const body = []
  table.forEach((row, _o, i) => {
    let cells = ''
    let allHeadings = true
    row.forEach((cell) => {
      const heading = cell.type.name === 'tableHeader'
      allHeadings &&= heading
      const { colspan, rowspan, scope } = cell.attrs
      const own = { scope, colspan: colspan > 1 && colspan, rowspan: rowspan > 1 && rowspan }
      cells += tag(heading ? 'th' : 'td', cell.attrs, plain(cell), own)
    })
    const isHead = body.length === 0 && (row.attrs.head || (i === 0 && allHeadings))
    ;(isHead ? head : body).push(`<tr>${cells}</tr>`)
  })
  const words = escape(caption.textContent.trim())
  return tag(
    'table',
    box.attrs,
    (words && `<caption>${words}</caption>`) +
      (head.length ? `<thead>${head.join('')}</thead>` : '') +
      (body.length ? `<tbody>${body.join('')}</tbody>` : ''),
  )
}

/** An element, or nothing when nothing is in it. */
function element(name, attrs, inside, own = {}) {
  return inside ? tag(name, attrs, inside, own) : ''
}

function tag(name, { dir, lang }, inside, own = {}) {
  return `<${name}${attributes({ ...own, dir, lang })}>${inside}</${name}>`
}

function empty(name, attrs, always) {
  return `<${name}${attributes(attrs, always)}>`
}

function attributes(attrs, always = []) {
  return Object.entries(attrs)
    .filter(([name, value]) => value || value === 0 || always.includes(name))
    .map(([name, value]) => ` ${name}="${escape(String(value ?? '')).replaceAll('"', '&quot;')}"`)
    .join('')
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Inline content. Of marks that begin together the one that goes on longest stands outside. */
function line(node) {
  const parts = []
  node.forEach((child) => parts.push(child))
  let html = ''
  const open = []
  parts.forEach((part, i) => {
    const kept = open.findIndex((m) => !m.isInSet(part.marks))
    if (kept >= 0) html += close(open, kept)
    const extent = (mark) => {
      let end = i
      while (end < parts.length && mark.isInSet(parts[end].marks)) end++
      return end
    }
    part.marks
      .filter((m) => !open.includes(m) && !m.isInSet(open))
      .map((mark) => ({ mark, extent: extent(mark), rank: MARKS.indexOf(mark.type.name) }))
      .sort((a, b) => b.extent - a.extent || a.rank - b.rank)
      .forEach(({ mark }) => {
        const { dir, lang, href } = mark.attrs
        html += `<${nameOf(mark)}${attributes({ href, dir, lang })}>`
        open.push(mark)
      })
    html += part.isText ? escape(part.text) : '<br>'
  })
  return /^(\s|<br>)*$/.test(html + close([...open], 0)) ? '' : html + close(open, 0)
}

function close(open, from) {
  return open
    .splice(from)
    .reverse()
    .map((mark) => `</${nameOf(mark)}>`)
    .join('')
}

function nameOf(mark) {
  return TAGS[mark.type.name] || mark.type.name
}

/** What goes to the clipboard is the article's HTML as well, not what the editor shows of it. */
export function clipboardSerializer(schema) {
  const base = DOMSerializer.fromSchema(schema)
  const own = (node) => {
    const holder = document.createElement('template')
    holder.innerHTML = write(node)
    return { dom: holder.content.firstElementChild || document.createElement('p') }
  }
  return new DOMSerializer({ ...base.nodes, photo: own, embed: own, tableBox: own }, base.marks)
}
