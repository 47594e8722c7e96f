// The form's fields as pairs, and back.

const OURS = ['revision', 'page', 'dirty']

/** Every field but files and searches, in the form's order. `body` is what `html` says. */
export function read(form, html) {
  const searches = new Set([...form.querySelectorAll('input[type=search]')].map((input) => input.name))
  return [...new FormData(form)]
    .filter(([name, value]) => typeof value === 'string' && !searches.has(name))
    .map(([name, value]) => [name, name === 'body' ? html() : value.replaceAll('\r\n', '\n')])
}

/** What is the article's among the fields. */
export function content(fields) {
  return fields.filter(([name]) => !OURS.includes(name))
}

/** Whether two sets of fields say the same. White space and fields that say nothing do not count. */
export function same(a, b, canonical) {
  const key = (fields) =>
    JSON.stringify(
      content(fields)
        .map(([name, value]) => [name, (name === 'body' ? canonical(value) : value).replace(/\s+/g, ' ').trim()])
        .filter(([, value]) => value),
    )
  return key(a) === key(b)
}

export function valueOf(fields, name) {
  return fields.find(([n]) => n === name)?.[1] ?? ''
}

/** Puts fields into the form; the body is for the surface to take. */
export function write(form, fields) {
  const queues = new Map()
  content(fields).forEach(([name, value]) => queues.set(name, [...(queues.get(name) || []), value]))
  const left = new Map([...queues].map(([name, values]) => [name, [...values]]))
  for (const control of form.elements) {
    const { name, type } = control
    if (!name || OURS.includes(name) || ['file', 'submit', 'button', 'fieldset'].includes(type) || name === 'body') continue
    const values = queues.get(name) || []
    if (type === 'checkbox' || type === 'radio') control.checked = values.includes(control.value)
    else if (type === 'select-multiple') [...control.options].forEach((o) => (o.selected = values.includes(o.value)))
    else if (left.has(name)) control.value = left.get(name).shift() ?? ''
    else continue
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
