// The photo and the embed as they stand in the text.
import { Fragment } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { Embed, Photo, photoId } from './schema.js'
import { button, make, say } from './say.js'
import { choose, library, send, shown } from './upload.js'

/** Uploads under way, by the number that their place in the text bears. */
const uploads = new Map()
let last = 0

function photoJson(attrs, photo = {}) {
  const line = (type, text) => ({ type, content: text ? [{ type: 'text', text }] : [] })
  return { type: 'photo', attrs, content: [line('caption', photo.caption), line('credit', photo.credit)] }
}

/** Puts files into the text at a position, or where the cursor is, and sends them. */
export function insertFiles(editor, files, at) {
  const content = files.map((file) => {
    const upload = { number: ++last, file, preview: URL.createObjectURL(file), share: 0, message: '', watch: () => {} }
    uploads.set(upload.number, upload)
    return photoJson({ upload: upload.number })
  })
  insertBlock(editor, content, at)
  files.forEach((_file, i) => start(editor, content[i].attrs.upload))
}

export function insertPhoto(editor, photo, at) {
  insertBlock(editor, [photoJson({ src: `photo:${photo.id}`, alt: photo.alternative || '' }, photo)], at)
}

/** Blocks stand instead of an empty paragraph, or after the block in which the cursor is. */
export function insertBlock(editor, content, at, cursor = 1) {
  editor.commands.command(({ tr, state }) => {
    const nodes = content.map((json) => {
      const node = state.schema.nodeFromJSON(json)
      return node.content.size || node.isLeaf ? node : node.type.createAndFill(node.attrs)
    })
    let from = at
    let to = at
    if (at === undefined) {
      const { $from } = tr.selection
      let depth = $from.depth
      while (depth > 1 && !$from.node(depth - 1).type.validContent(inserted($from, depth - 1, nodes))) depth--
      const here = depth > 0 ? $from.node(depth) : undefined
      const spare = here?.type.name === 'paragraph' && here.content.size === 0
      from = depth === 0 ? tr.selection.to : spare ? $from.before(depth) : $from.after(depth)
      to = spare ? $from.after(depth) : from
    }
    tr.replaceWith(from, to, nodes)
    const end = from + nodes.reduce((n, node) => n + node.nodeSize, 0)
    if (!tr.doc.resolve(end).nodeAfter) tr.insert(end, state.schema.nodes.paragraph.create())
    tr.setSelection(TextSelection.near(tr.doc.resolve(from + cursor))).scrollIntoView()
    return true
  })
  editor.view.focus()
}

/** What a parent would hold with the nodes after the child in which the cursor is. */
function inserted($from, depth, nodes) {
  const all = [...$from.node(depth).content.content]
  all.splice($from.index(depth) + 1, 0, ...nodes)
  return Fragment.fromArray(all)
}

async function start(editor, number) {
  const upload = uploads.get(number)
  upload.message = ''
  upload.watch()
  try {
    const photo = await send(upload.file, (share) => {
      upload.share = share
      upload.watch()
    })
    upload.photo = photo
    arrived(editor, number, photo)
  } catch (error) {
    upload.message = error.message
    upload.watch()
  }
}

/** Whether files stand in the text that the library has not got. */
export function waiting(doc) {
  let found = false
  doc.descendants((node) => {
    found ||= node.type.name === 'photo' && !node.attrs.src && uploads.has(node.attrs.upload)
    return !found && !node.isTextblock
  })
  return found
}

function arrived(editor, number, photo) {
  editor.view.state.doc.descendants((node, pos) => {
    if (node.type.name !== 'photo' || node.attrs.upload !== number) return true
    const { tr, schema } = editor.state
    tr.setNodeMarkup(pos, null, { ...node.attrs, upload: null, src: `photo:${photo.id}`, alt: node.attrs.alt || photo.alternative || '' })
    const credit = pos + 1 + node.child(0).nodeSize
    if (!node.child(1).content.size && photo.credit) tr.insert(credit + 1, schema.text(photo.credit))
    if (!node.child(0).content.size && photo.caption) tr.insert(pos + 2, schema.text(photo.caption))
    editor.view.dispatch(tr.setMeta('addToHistory', false))
    return false
  })
}

class PhotoView {
  constructor({ node, editor, getPos }) {
    Object.assign(this, { node, editor, getPos })
    this.img = make('img', { alt: '', draggable: 'false' })
    this.progress = make('progress', { max: 1, 'aria-label': say('photo.sending') })
    this.notice = make('p', { class: 'photo-notice', role: 'status' })
    this.again = button(say('photo.again'), () => start(editor, this.node.attrs.upload), { class: 'small' })
    this.replace = button(say('photo.replace'), () => this.fromFile(), { class: 'small' })
    this.tools = make(
      'div',
      { class: 'photo-tools' },
      this.again,
      this.replace,
      button(say('photo.library'), () => this.fromLibrary(), { class: 'small' }),
      button(say('photo.remove'), () => this.remove(), { class: 'small danger' }),
    )
    this.frame = make('div', { class: 'photo-frame', contenteditable: 'false' }, this.img, this.progress, this.notice, this.tools)
    this.contentDOM = make('figcaption')
    this.alt = make('input', {
      type: 'text',
      placeholder: say('photo.alternative.hint'),
      oninput: () => this.set({ alt: this.alt.value }),
      onkeydown: (e) => e.key === 'Enter' && (e.preventDefault(), this.after()),
    })
    this.label = make('label', { class: 'photo-alternative', contenteditable: 'false' }, make('span', {}, say('photo.alternative')), this.alt)
    this.warning = make('p', { class: 'photo-warning', contenteditable: 'false', role: 'note' })
    this.dom = make('figure', { class: 'photo' }, this.frame, this.contentDOM, this.label, this.warning)
    this.draw()
  }

  draw() {
    const { src, alt, upload } = this.node.attrs
    const sending = uploads.get(upload)
    const id = photoId(src)
    if (sending) sending.watch = () => this.draw()
    // Undone and done again: the file is in the library already.
    if (sending?.photo && !id) queueMicrotask(() => arrived(this.editor, upload, sending.photo))
    const picture = id ? shown(id) : sending?.preview || ''
    if (picture && this.img.getAttribute('src') !== picture) this.img.src = picture
    this.img.hidden = !picture
    this.img.alt = alt
    this.progress.hidden = !sending || !!id || !!sending.message
    if (sending) this.progress.value = sending.share
    this.again.hidden = !sending?.message
    this.notice.textContent = id ? '' : sending ? sending.message : src ? say('photo.elsewhere', hostOf(src)) : say('photo.gone')
    this.notice.hidden = !this.notice.textContent
    if (document.activeElement !== this.alt) this.alt.value = alt
    const editable = this.editor.isEditable
    this.tools.hidden = !editable
    this.alt.readOnly = !editable
    const missing = []
    if (!this.node.child(1).textContent.trim()) missing.push(say('photo.missing.credit'))
    if (!alt.trim()) missing.push(say('photo.missing.alternative'))
    this.warning.textContent = missing.join(' ')
    this.warning.hidden = missing.length === 0
  }

  update(node) {
    if (node.type !== this.node.type) return false
    this.node = node
    this.draw()
    return true
  }

  set(attrs) {
    this.editor.view.dispatch(this.editor.state.tr.setNodeMarkup(this.getPos(), null, { ...this.node.attrs, ...attrs }))
  }

  async fromFile() {
    const [file] = await choose()
    if (!file) return
    const number = ++last
    uploads.set(number, { number, file, preview: URL.createObjectURL(file), share: 0, message: '', watch: () => {} })
    this.set({ src: '', upload: number })
    start(this.editor, number)
  }

  async fromLibrary() {
    const photo = await library()
    if (!photo) return
    const at = this.getPos()
    const node = this.editor.schema.nodeFromJSON(photoJson({ src: `photo:${photo.id}`, alt: photo.alternative || '' }, photo))
    this.editor.view.dispatch(this.editor.state.tr.replaceWith(at, at + this.node.nodeSize, node))
  }

  remove() {
    const at = this.getPos()
    this.editor.chain().deleteRange({ from: at, to: at + this.node.nodeSize }).focus().run()
  }

  after() {
    const end = this.getPos() + this.node.nodeSize
    const { tr, schema, doc } = this.editor.state
    if (!doc.resolve(end).nodeAfter?.isTextblock) tr.insert(end, schema.nodes.paragraph.create())
    this.editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end + 1))).scrollIntoView())
    this.editor.view.focus()
  }

  stopEvent(event) {
    return !this.contentDOM.contains(event.target) && (event.target.closest('button, input') !== null || event.type === 'input')
  }

  ignoreMutation(mutation) {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }

  selectNode() {
    this.dom.classList.add('selected')
  }

  deselectNode() {
    this.dom.classList.remove('selected')
  }
}

function hostOf(src) {
  try {
    return new URL(src, location.href).host
  } catch {
    return src
  }
}

/** An embed shows where it leads; nothing of what stands elsewhere is loaded. */
class EmbedView {
  constructor({ node, editor, getPos }) {
    this.node = node
    this.title = make('strong')
    this.address = make('span', { class: 'muted' })
    this.frame = make(
      'div',
      { class: 'embed-frame', contenteditable: 'false' },
      this.title,
      this.address,
      button(say('embed.change'), () => askForEmbed(editor, this.node, getPos()), { class: 'small quiet' }),
    )
    this.contentDOM = make('figcaption')
    this.dom = make('figure', { class: 'embed' }, this.frame, this.contentDOM)
    this.draw()
  }

  draw() {
    const { href, title, alt } = this.node.attrs
    this.title.textContent = title || alt || href
    this.address.textContent = href
  }

  update(node) {
    if (node.type !== this.node.type) return false
    this.node = node
    this.draw()
    return true
  }

  stopEvent(event) {
    return !this.contentDOM.contains(event.target) && event.target.closest('button') !== null
  }

  ignoreMutation(mutation) {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }
}

/** A question with one or more lines; answers their values, or nothing. */
export function ask(title, fields, { confirm, remove } = {}) {
  return new Promise((resolve) => {
    let answer
    const inputs = fields.map((f) => make('input', { type: f.type || 'text', value: f.value || '', required: f.required, inputmode: f.inputmode }))
    const form = make(
      'form',
      { method: 'dialog' },
      make('h2', {}, title),
      ...inputs.map((input, i) => make('label', { class: 'field' }, make('span', {}, fields[i].label), input)),
      make(
        'div',
        { class: 'toolbar' },
        make('button', { class: 'button primary', type: 'submit' }, confirm || say('done')),
        remove ? button(remove, () => ((answer = 'remove'), dialog.close()), { class: 'danger' }) : null,
        button(say('cancel'), () => dialog.close(), { class: 'quiet' }),
      ),
    )
    const dialog = make('dialog', { class: 'question', 'aria-label': title }, form)
    form.addEventListener('submit', () => (answer = inputs.map((i) => i.value.trim())))
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(answer)
    })
    document.body.append(dialog)
    dialog.showModal()
    inputs[0].focus()
  })
}

export async function askForEmbed(editor, node, at) {
  const answer = await ask(say('embed.title'), [
    { label: say('embed.address'), type: 'url', value: node?.attrs.href, required: true },
    { label: say('embed.name'), value: node?.attrs.title },
  ])
  if (!answer || !/^https?:\/\//.test(answer[0])) return
  const [href, title] = answer
  if (node) {
    editor.view.dispatch(editor.state.tr.setNodeMarkup(at, null, { ...node.attrs, href, title }))
  } else {
    insertBlock(editor, [{ type: 'embed', attrs: { href, title }, content: [{ type: 'caption' }, { type: 'credit' }] }])
  }
  editor.view.focus()
}

export const media = [
  Photo.extend({ addNodeView: () => (props) => new PhotoView(props) }),
  Embed.extend({ addNodeView: () => (props) => new EmbedView(props) }),
]
