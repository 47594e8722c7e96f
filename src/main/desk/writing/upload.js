// Photos on their way to the newsroom's library, and the library itself.
import { button, make, say } from './say.js'

const TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/heic', 'image/heif', 'image/avif', 'image/tiff']

let address = '/photos'

export function photosAt(path) {
  address = path || address
}

export function shown(id, size = 'medium') {
  return `${address}/${id}/${size}`
}

export function picturesOf(transfer) {
  return [...(transfer?.files || [])].filter((f) => f.type.startsWith('image/'))
}

/**
 * Sends a file. `progress(share)` is called with 0 to 1; answers the photo, or throws an Error whose message is
 * for the editor.
 */
export function send(file, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const refuse = (message) => reject(new Error(message))
    request.open('POST', address)
    request.setRequestHeader('Accept', 'application/json')
    request.upload.onprogress = (e) => e.lengthComputable && progress(e.loaded / e.total)
    request.onerror = () => refuse(say('photo.lost'))
    request.onload = () => {
      let answer = {}
      try {
        answer = JSON.parse(request.responseText)
      } catch {
        // A page and not an answer: the session is over, or something between us and the desk spoke.
      }
      if (request.status === 201 && answer.id) resolve(answer)
      else if (request.status === 401) refuse(say('photo.signedOut'))
      else refuse(answer.message || say('photo.refused', request.status))
    }
    const form = new FormData()
    form.append('photo', file, file.name || 'photo')
    request.send(form)
  })
}

/** Asks for a file; answers it, or nothing when the editor thought better of it. */
export function choose(many = false) {
  return new Promise((resolve) => {
    const input = make('input', { type: 'file', accept: TYPES.join(','), multiple: many, hidden: true })
    input.addEventListener('change', () => resolve([...input.files]))
    input.addEventListener('cancel', () => resolve([]))
    document.body.append(input)
    input.click()
    input.remove()
  })
}

/** The library in a dialog; answers the chosen photo or nothing. */
export function library() {
  return new Promise((resolve) => {
    let page = 1
    let asked = 0
    let timer = 0
    const list = make('ul', { class: 'library-photos' })
    const note = make('p', { class: 'muted', role: 'status' })
    const more = button(say('library.more'), () => load(page), { hidden: true })
    const search = make('input', {
      type: 'search',
      'aria-label': say('library.search'),
      placeholder: say('library.search'),
      oninput: () => {
        clearTimeout(timer)
        timer = setTimeout(() => load(1), 300)
      },
    })
    const dialog = make(
      'dialog',
      { class: 'library', 'aria-label': say('library.title') },
      make('div', { class: 'dialog-head' }, make('h2', {}, say('library.title')), button(say('close'), () => dialog.close(), { class: 'quiet' })),
      search,
      note,
      list,
      more,
    )
    let chosen
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(chosen)
    })
    search.addEventListener('keydown', (e) => e.key === 'Enter' && e.preventDefault())
    async function load(n) {
      const turn = ++asked
      note.textContent = say('library.loading')
      try {
        const answer = await fetch(`${address}?${new URLSearchParams({ q: search.value, page: n })}`, {
          headers: { Accept: 'application/json' },
        })
        if (!answer.ok) throw new Error(String(answer.status))
        const { photos, next } = await answer.json()
        if (turn !== asked) return
        if (n === 1) list.replaceChildren()
        photos.forEach((photo) => list.append(make('li', {}, choice(photo))))
        page = next
        more.hidden = !next
        note.textContent = list.children.length ? '' : say('library.empty')
      } catch {
        note.textContent = say('library.failed')
      }
    }
    function choice(photo) {
      const name = photo.caption || photo.alternative || say('library.unnamed')
      return make(
        'button',
        {
          type: 'button',
          class: 'library-photo',
          onclick: () => {
            chosen = photo
            dialog.close()
          },
        },
        make('img', { src: shown(photo.id, 'small'), alt: photo.alternative || '', loading: 'lazy', width: photo.width, height: photo.height }),
        make('span', {}, name),
        make('small', { class: 'muted' }, photo.credit || say('photo.noCredit')),
      )
    }
    document.body.append(dialog)
    dialog.showModal()
    load(1)
  })
}
