/*
 * The writing surface. It takes the place of textarea[name=body] in form#writing and gives back the article's subset
 * of HTML; without it the form works as it stands.
 *
 * The form's data attributes: article, revision, working-copy, gauge, photos, language, dir, page, words, at, lock,
 * revisions, holder, kept. Elements it looks for: [data-writing-bar], [data-lead-photo] with [data-lead-frame] and
 * [data-lead-fields], textarea[name=headline], textarea[name=standfirst]. All but the textarea are optional.
 */
import { Editor, Extension, getSchema } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { history, redo, undo } from '@tiptap/pm/history'
import { DOMParser as DocumentParser } from '@tiptap/pm/model'
import { Selection } from '@tiptap/pm/state'
import { valueOf, write } from './writing/fields.js'
import { bodyHtml, clipboardSerializer } from './writing/html.js'
import { leadPhoto } from './writing/lead.js'
import { lines } from './writing/lines.js'
import { Counts, Gauge, Margin, lineHints } from './writing/live.js'
import { BlockMenu } from './writing/menu.js'
import { cleanPaste } from './writing/paste.js'
import { insertFiles, media, waiting } from './writing/photo.js'
import { Keeping } from './writing/save.js'
import { learn, make, say } from './writing/say.js'
import { subset } from './writing/schema.js'
import { table } from './writing/table.js'
import { Toolbar, askForLink } from './writing/toolbar.js'
import { photosAt, picturesOf } from './writing/upload.js'
import { chooseVersion } from './writing/versions.js'

const Steps = Extension.create({
  name: 'steps',
  addProseMirrorPlugins: () => [history({ depth: 500 }), dropCursor({ class: 'drop-line', color: false }), gapCursor()],
  addCommands: () => ({
    undo:
      () =>
      ({ state, dispatch }) =>
        undo(state, dispatch),
    redo:
      () =>
      ({ state, dispatch }) =>
        redo(state, dispatch),
  }),
  addKeyboardShortcuts() {
    return {
      'Mod-z': () => this.editor.commands.undo(),
      'Mod-Shift-z': () => this.editor.commands.redo(),
      'Mod-y': () => this.editor.commands.redo(),
      'Mod-Enter': () => below(this.editor),
      'Mod-k': () => {
        askForLink(this.editor)
        return true
      },
    }
  },
})

/** A paragraph below the block of the body in which the cursor is. */
function below(editor) {
  const { $to } = editor.state.selection
  const after = $to.depth ? $to.after(1) : $to.pos
  return editor.chain().insertContentAt(after, { type: 'paragraph' }).setTextSelection(after + 1).scrollIntoView().run()
}

/** A click below the last block begins a paragraph there, unless the last is one. */
function clickBelow(editor, event) {
  const { dom } = editor.view
  const { doc } = editor.state
  if (!editor.isEditable || event.target !== dom || doc.lastChild.type.name === 'paragraph') return false
  if (event.clientY <= dom.lastElementChild.getBoundingClientRect().bottom) return false
  event.preventDefault()
  editor.chain().insertContentAt(doc.content.size, { type: 'paragraph' }).setTextSelection(doc.content.size + 1).run()
  editor.view.focus()
  return true
}

function parsed(schema, html) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return DocumentParser.fromSchema(schema).parse(page.body).toJSON()
}

function open(form) {
  learn(form.dataset.words, form.dataset.zone)
  photosAt(form.dataset.photos)
  const textarea = form.elements.body
  const surface = make('div', { class: 'surface' })
  const text = make('div', { class: 'surface-paper' })
  const bar = form.querySelector('[data-writing-bar]') || make('div', { 'data-writing-bar': '' })
  textarea.before(...(bar.isConnected ? [] : [bar]), surface)
  textarea.hidden = true
  textarea.required = false
  surface.append(text)
  lineHints(surface)

  const extensions = [...subset, ...table, ...media, Steps, Margin, BlockMenu.configure({ surface })]
  const editor = new Editor({
    element: text,
    extensions,
    injectCSS: false,
    content: parsed(getSchema(extensions), textarea.value),
    editable: !form.dataset.holder,
    editorProps: {
      attributes: {
        id: 'surface-text',
        class: 'surface-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': say('text'),
        'aria-haspopup': 'listbox',
        dir: form.dataset.dir || 'auto',
        lang: form.dataset.language || '',
        spellcheck: 'true',
      },
      // The bar of tools lies over the top of the text.
      scrollThreshold: { top: 110, bottom: 60, left: 0, right: 0 },
      scrollMargin: { top: 120, bottom: 80, left: 0, right: 0 },
      handleDOMEvents: { mousedown: (_view, event) => clickBelow(editor, event) },
      transformPastedHTML: cleanPaste,
      handlePaste: (_view, event) => {
        const files = picturesOf(event.clipboardData)
        // Word puts a picture of the text beside the text: then the text is meant.
        if (!files.length || /<(p|table|li|h\d)\b/i.test(event.clipboardData.getData('text/html'))) return false
        insertFiles(editor, files)
        return true
      },
      handleDrop: (view, event, _slice, moved) => {
        const files = moved ? [] : picturesOf(event.dataTransfer)
        if (!files.length) return false
        event.preventDefault()
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
        insertFiles(editor, files, at ? topLevel(view.state.doc, at.pos) : undefined)
        return true
      },
    },
  })
  editor.view.setProps({ clipboardSerializer: clipboardSerializer(editor.schema) })

  const html = () => bodyHtml(editor.state.doc)
  const counts = new Counts()
  const toolbar = new Toolbar(editor)
  const keeping = new Keeping({
    form,
    html,
    canonical: (body) => bodyHtml(editor.schema.nodeFromJSON(parsed(editor.schema, body))),
    hold: () => editable(false),
    release: () => editable(true),
    waiting: () => waiting(editor.state.doc),
  })
  const gauge = new Gauge(form.dataset.gauge, () => new URLSearchParams(keeping.fields()), editor)
  const lead = leadPhoto(form, () => changed())
  surface.prepend(toolbar.dom)
  bar.classList.add('writing-bar')
  bar.replaceChildren(keeping.dom, counts.dom, gauge.dom)

  function changed() {
    keeping.changed()
    gauge.changed()
    form.dispatchEvent(new CustomEvent('writing:changed', { bubbles: true }))
  }

  const fixed = new Set([...form.elements].filter((control) => control.readOnly))

  function editable(yes) {
    editor.setEditable(yes, false)
    surface.classList.toggle('read-only', !yes)
    for (const control of form.elements) {
      if (surface.contains(control) || bar.contains(control) || fixed.has(control)) continue
      if ('readOnly' in control && /^(text|search|url|email|textarea)/.test(control.type)) control.readOnly = !yes
      else control.inert = !yes
    }
    const section = form.querySelector('[data-lead-photo]')
    if (section) section.inert = !yes
    toolbar.draw()
  }

  let frame = 0
  const later = (work) => (window.requestIdleCallback ? requestIdleCallback(work, { timeout: 500 }) : setTimeout(work, 50))
  editor.on('update', () => {
    changed()
    if (!frame) {
      frame = 1
      later(() => {
        frame = 0
        counts.draw(editor.state.doc)
      })
    }
  })
  editor.on('selectionUpdate', () => toolbar.draw())
  editor.on('transaction', () => toolbar.draw())
  form.addEventListener('input', (e) => {
    if (!surface.contains(e.target) && e.target.name && !/file|search/.test(e.target.type)) changed()
  })
  form.addEventListener('change', (e) => {
    if (!surface.contains(e.target) && /checkbox|radio|select/.test(e.target.type || '')) changed()
  })
  form.elements.language?.addEventListener?.('change', (e) => {
    editor.view.dom.lang = e.target.value
    editor.view.dom.dir = direction(e.target.value)
  })
  form.addEventListener('submit', () => (textarea.value = html()))
  document.addEventListener('keydown', (e) => {
    if ((e.ctrlKey || e.metaKey) && !e.altKey && e.key.toLowerCase() === 's') {
      e.preventDefault()
      form.requestSubmit(form.querySelector('[data-save]') || form.querySelector('button[type=submit]:not([name])') || undefined)
    }
  })

  const up = lines(form, () => {
    editor.commands.setTextSelection(Selection.atStart(editor.state.doc).from)
    editor.view.focus()
  })
  editor.view.dom.addEventListener('keydown', (e) => {
    const { selection, doc } = editor.state
    const onFirst = selection.empty && selection.$from.parent === Selection.atStart(doc).$from.parent
    if (e.key === 'ArrowUp' && !e.shiftKey && onFirst && !e.defaultPrevented && editor.view.endOfTextblock('up')) {
      e.preventDefault()
      up()
    }
  })

  const put = (body) => editor.commands.setContent(parsed(editor.schema, body), { emitUpdate: false })

  function load(fields) {
    write(form, fields)
    put(valueOf(fields, 'body'))
    lead.draw()
    changed()
    counts.draw(editor.state.doc)
  }

  const versions = keeping.others()
  counts.draw(editor.state.doc)
  gauge.ask()
  form.surface = { html, put, dirty: () => keeping.dirty(), editor }
  if (form.dataset.holder) keeping.lockedBy(form.dataset.holder)
  keeping.start()
  if (versions.length) {
    chooseVersion(versions).then((version) => {
      if (version.kind !== 'server') return load(version.fields)
      keeping.local.erase()
      if (form.dataset.kept) changed()
    })
  }
}

function direction(language) {
  return ['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'].includes(language.split('-')[0]) ? 'rtl' : 'ltr'
}

/** The nearest place between two blocks of the body. */
function topLevel(doc, pos) {
  const at = doc.resolve(pos)
  if (at.depth === 0) return pos
  return pos - at.before(1) < at.after(1) - pos ? at.before(1) : at.after(1)
}

const form = document.getElementById('writing')
if (form?.elements.body) open(form)
