// Tables: rows and cells for prosemirror-tables, in a box with the caption above.
import { Extension, Node, callOrReturn, getExtensionField } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import * as tables from '@tiptap/pm/tables'

const SCOPES = ['row', 'col', 'rowgroup', 'colgroup']

/** Box, caption, table. The caption's text is plain, as the server keeps it. */
const TableBox = Node.create({
  name: 'tableBox',
  group: 'block',
  content: 'tableCaption table',
  isolating: true,
  parseHTML: () => [
    {
      tag: 'table',
      priority: 60,
      getAttrs: (e) => (e.querySelector('tr > td, tr > th') ? null : false),
      contentElement: (table) => {
        const holder = table.ownerDocument.createElement('div')
        const caption = table.ownerDocument.createElement('p')
        caption.setAttribute('data-caption', '')
        caption.textContent = table.querySelector('caption')?.textContent.replace(/\s+/g, ' ').trim() || ''
        const inner = table.cloneNode(true)
        inner.querySelectorAll('caption, colgroup').forEach((c) => c.remove())
        holder.append(caption, inner)
        return holder
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, class: 'table-box' }, 0],
})

const TableCaption = Node.create({
  name: 'tableCaption',
  content: 'text*',
  marks: '',
  defining: true,
  isolating: true,
  selectable: false,
  parseHTML: () => [{ tag: 'p[data-caption]', context: 'tableBox/', priority: 70 }],
  renderHTML: () => ['p', { class: 'table-caption' }, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => intoCells(this.editor),
      Tab: () => intoCells(this.editor),
    }
  },
})

function intoCells(editor) {
  const { $from } = editor.state.selection
  if ($from.parent.type.name !== 'tableCaption') return false
  return editor.commands.command(({ tr }) => {
    tr.setSelection(TextSelection.near(tr.doc.resolve($from.after()), 1)).scrollIntoView()
    return true
  })
}

/** A new table: a heading row and empty cells. Its first cell begins FIRST_CELL after its own beginning. */
export function newTable(rows = 3, columns = 3) {
  const cell = (head) => ({
    type: head ? 'tableHeader' : 'tableCell',
    attrs: head ? { scope: 'col' } : {},
    content: [{ type: 'paragraph' }],
  })
  const row = (_, i) => ({ type: 'tableRow', attrs: { head: i === 0 }, content: Array.from({ length: columns }, () => cell(i === 0)) })
  return { type: 'tableBox', content: [{ type: 'tableCaption' }, { type: 'table', content: Array.from({ length: rows }, row) }] }
}

export const FIRST_CELL = 4

const Table = Node.create({
  name: 'table',
  content: 'tableRow+',
  tableRole: 'table',
  isolating: true,
  parseHTML: () => [{ tag: 'table', context: 'tableBox/', priority: 70 }],
  renderHTML: () => ['table', ['tbody', 0]],
})

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)+',
  tableRole: 'row',
  addAttributes: () => ({
    head: { default: false, rendered: false, parseHTML: (e) => e.parentNode?.nodeName === 'THEAD' },
  }),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

const span = (name, most) => ({
  default: 1,
  parseHTML: (e) => {
    const n = Number(e.getAttribute(name) || 1)
    return Number.isInteger(n) && n > 1 && n <= most ? n : 1
  },
  renderHTML: (a) => (a[name] > 1 ? { [name]: a[name] } : {}),
})

const cell = {
  content: '(paragraph | list)+',
  isolating: true,
  addAttributes() {
    return {
      colspan: span('colspan', 50),
      rowspan: span('rowspan', 500),
      colwidth: { default: null, rendered: false, parseHTML: () => null },
    }
  },
}

const TableCell = Node.create({
  ...cell,
  name: 'tableCell',
  tableRole: 'cell',
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
})

const TableHeader = Node.create({
  ...cell,
  name: 'tableHeader',
  tableRole: 'header_cell',
  addAttributes() {
    return {
      ...cell.addAttributes(),
      scope: {
        default: null,
        parseHTML: (e) => (SCOPES.includes(e.getAttribute('scope')) ? e.getAttribute('scope') : null),
      },
    }
  },
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
})

const command =
  (work) =>
  (...args) =>
  ({ state, dispatch }) =>
    work(...args)(state, dispatch)

/** The first row is the table's head when it has headings only. */
function markHead(tr) {
  const { $from } = tr.selection
  for (let d = $from.depth; d > 0; d--) {
    if ($from.node(d).type.name !== 'table') continue
    const row = $from.node(d).firstChild
    const head = row.content.content.every((cell) => cell.type.name === 'tableHeader')
    tr.setNodeMarkup($from.start(d), null, { ...row.attrs, head })
  }
  return true
}

const Tables = Extension.create({
  name: 'tables',
  extendNodeSchema(extension) {
    const context = { name: extension.name, options: extension.options, storage: extension.storage }
    return { tableRole: callOrReturn(getExtensionField(extension, 'tableRole', context)) }
  },
  addProseMirrorPlugins: () => [tables.tableEditing({ allowTableNodeSelection: false })],
  addCommands: () => ({
    addRow: command((before) => (before ? tables.addRowBefore : tables.addRowAfter)),
    addColumn: command((before) => (before ? tables.addColumnBefore : tables.addColumnAfter)),
    removeRow: command(() => tables.deleteRow),
    removeColumn: command(() => tables.deleteColumn),
    mergeCells: command(() => tables.mergeCells),
    splitCell: command(() => tables.splitCell),
    headerRow:
      () =>
      ({ state, dispatch, tr }) =>
        tables.toggleHeader('row')(state, dispatch) && markHead(tr),
    headerColumn: command(() => tables.toggleHeader('column')),
    removeTable:
      () =>
      ({ tr }) => {
        const { $from } = tr.selection
        for (let d = $from.depth; d > 0; d--) {
          if ($from.node(d).type.name === 'tableBox') {
            tr.delete($from.before(d), $from.after(d)).scrollIntoView()
            return true
          }
        }
        return false
      },
  }),
  addKeyboardShortcuts() {
    const go = (way) => () => {
      const { state, view } = this.editor
      return tables.goToNextCell(way)(state, view.dispatch)
    }
    return {
      Tab: () => {
        if (!tables.isInTable(this.editor.state)) return false
        return go(1)() || (this.editor.commands.addRow(false) && go(1)())
      },
      'Shift-Tab': () => tables.isInTable(this.editor.state) && (go(-1)() || true),
    }
  },
})

export const table = [TableBox, TableCaption, Table, TableRow, TableCell, TableHeader, Tables]
