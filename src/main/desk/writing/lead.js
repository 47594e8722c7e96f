// The photo above the text: its section is drawn by the page, its picture and buttons here.
import { button, make, say } from './say.js'
import { choose, library, picturesOf, send, shown } from './upload.js'

const FIELDS = ['caption', 'credit', 'licence', 'alternative']

export function leadPhoto(form, changed) {
  const section = form.querySelector('[data-lead-photo]')
  const input = form.elements['lead.photo']
  if (!section || !input) return { draw() {} }
  const frame = section.querySelector('[data-lead-frame]') || section.insertBefore(make('div', { 'data-lead-frame': '' }), section.firstChild)
  const details = section.querySelector('[data-lead-fields]')
  const img = make('img', { alt: '' })
  const progress = make('progress', { max: 1, hidden: true, 'aria-label': say('photo.sending') })
  const notice = make('p', { class: 'photo-notice', role: 'status', hidden: true })
  const warning = make('p', { class: 'photo-warning', role: 'note', hidden: true })
  const replace = button(say('lead.choose'), async () => take((await choose())[0]), { class: 'small' })
  const remove = button(say('photo.remove'), () => set(''), { class: 'small danger' })
  const hint = make('p', { class: 'muted lead-hint' }, say('lead.hint'))
  frame.replaceChildren(
    img,
    hint,
    progress,
    notice,
    make('div', { class: 'photo-tools' }, replace, button(say('photo.library'), async () => use(await library()), { class: 'small' }), remove),
    warning,
  )
  section.classList.add('lead-photo')
  section.addEventListener('dragover', (e) => {
    if (![...e.dataTransfer.types].includes('Files')) return
    e.preventDefault()
    section.classList.add('dropping')
  })
  section.addEventListener('dragleave', () => section.classList.remove('dropping'))
  section.addEventListener('drop', (e) => {
    section.classList.remove('dropping')
    const [file] = picturesOf(e.dataTransfer)
    if (!file) return
    e.preventDefault()
    take(file)
  })
  section.addEventListener('input', () => draw())

  async function take(file) {
    if (!file) return
    const preview = URL.createObjectURL(file)
    notice.hidden = true
    progress.hidden = false
    img.src = preview
    img.hidden = false
    try {
      use(await send(file, (share) => (progress.value = share)))
    } catch (error) {
      notice.textContent = error.message
      notice.hidden = false
      draw()
    } finally {
      progress.hidden = true
      URL.revokeObjectURL(preview)
    }
  }

  function use(photo) {
    if (!photo) return
    for (const name of FIELDS) {
      const field = form.elements[`lead.${name}`]
      // What was said of the photo before is not said of this one, unless there was none before.
      if (field && photo[name] && (!field.value.trim() || input.value)) field.value = photo[name]
    }
    set(photo.id)
  }

  function set(id) {
    input.value = id
    notice.hidden = true
    draw()
    changed()
  }

  function draw() {
    const id = input.value.replace(/^photo:/, '')
    img.hidden = !id
    hint.hidden = !!id
    remove.hidden = !id
    replace.textContent = say(id ? 'photo.replace' : 'lead.choose')
    if (details) details.hidden = !id
    if (id && img.dataset.photo !== id) {
      img.dataset.photo = id
      img.src = shown(id)
    }
    img.alt = form.elements['lead.alternative']?.value || ''
    const missing = ['credit', 'alternative'].filter((name) => id && form.elements[`lead.${name}`] && !form.elements[`lead.${name}`].value.trim())
    warning.textContent = missing.map((name) => say(`photo.missing.${name}`)).join(' ')
    warning.hidden = missing.length === 0
  }
  draw()
  return { draw }
}
