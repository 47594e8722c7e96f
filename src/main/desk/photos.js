/* The photo library: files dropped on the page, and the handles of crop and focal point. The pages do without. */

/** Sends files one at a time, so that many large ones are no single huge form. */
export function adding(form) {
  const input = form.elements.photo
  const status = form.querySelector('[data-photo-progress]')
  form.querySelector('[data-photo-drop-hint]').hidden = false
  let busy = false

  form.addEventListener('submit', (event) => {
    if (input.files.length > 1) {
      event.preventDefault()
      send([...input.files])
    }
  })
  for (const kind of ['dragenter', 'dragover']) {
    document.addEventListener(kind, (event) => {
      if ([...event.dataTransfer.types].includes('Files')) {
        event.preventDefault()
        form.classList.add('over')
      }
    })
  }
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) form.classList.remove('over')
  })
  document.addEventListener('drop', (event) => {
    form.classList.remove('over')
    if (event.dataTransfer.files.length > 0) {
      event.preventDefault()
      send([...event.dataTransfer.files])
    }
  })

  async function send(files) {
    if (busy) return
    busy = true
    const added = []
    const refused = []
    for (const [i, file] of files.entries()) {
      status.textContent = form.dataset.saySending.replace('{0}', i + 1).replace('{1}', files.length)
      const answer = await post(file)
      if (answer.id) added.push(answer.id)
      else refused.push(`${file.name}: ${answer.message}`)
    }
    busy = false
    if (refused.length === 0) {
      location.assign(added.length === 1 ? `/photos/${added[0]}` : '/photos')
    } else {
      show(refused)
    }
  }

  async function post(file) {
    const body = new FormData()
    body.append('photo', file, 'photo')
    if (form.elements['keep-original'].checked) body.append('keep-original', '1')
    try {
      const response = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } })
      const answer = await response.json()
      return answer.id || answer.message ? answer : { message: form.dataset.sayFailed }
    } catch {
      return { message: form.dataset.sayFailed }
    }
  }

  function show(refused) {
    const list = document.createElement('ul')
    list.className = 'notice bad'
    list.setAttribute('role', 'alert')
    for (const line of refused) {
      const item = document.createElement('li')
      item.textContent = line
      list.append(item)
    }
    status.replaceChildren(list)
    input.value = ''
  }
}

const clamp = (n, least, most) => Math.min(Math.max(n, least), most)

/** Follows the pointer, and the arrow keys, and tells how far it went in units of the stage. */
function draggable(handle, stage, move, done = () => {}) {
  handle.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    event.stopPropagation()
    handle.focus()
    handle.setPointerCapture(event.pointerId)
    let at = event
    const follow = (next) => {
      const box = stage.getBoundingClientRect()
      move((next.clientX - at.clientX) / box.width, (next.clientY - at.clientY) / box.height)
      at = next
    }
    handle.addEventListener('pointermove', follow)
    handle.addEventListener(
      'lostpointercapture',
      () => {
        handle.removeEventListener('pointermove', follow)
        done()
      },
      { once: true },
    )
  })
  handle.addEventListener('keydown', (event) => {
    const step = event.shiftKey ? 0.05 : 0.01
    const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key]
    if (way) {
      event.preventDefault()
      move(...way)
      done()
    }
  })
}

function button(stage, className, label) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = className
  made.setAttribute('aria-label', label)
  stage.append(made)
  return made
}

/** The focal point and the crop, over the picture; the forms' numbers follow, and lead. */
export function staging(stage) {
  const width = Number(stage.dataset.width)
  const height = Number(stage.dataset.height)
  const focusForm = document.querySelector('[data-photo-focus]')
  const cropForm = document.querySelector('[data-photo-crop]')
  const { x: focusX, y: focusY } = focusForm.elements
  const fields = ['x', 'y', 'width', 'height'].map((name) => cropForm.elements[name])
  const exact = cropForm.elements.exact
  const least = [Math.min(40, width) / width, Math.min(40, height) / height]
  let crop = null

  // What is cut away is darkened within the picture; the handles may stand out of it.
  const shade = document.createElement('div')
  shade.className = 'photo-shade'
  const hole = shade.appendChild(document.createElement('div'))
  stage.append(shade)
  const part = button(stage, 'photo-part', stage.dataset.sayCrop)
  const corners = ['nw', 'ne', 'sw', 'se'].map((name) => [name, button(stage, 'photo-handle', stage.dataset[`say${name[0].toUpperCase()}${name[1]}`])])
  const point = button(stage, 'photo-handle photo-point', stage.dataset.sayFocus)

  const ratio = () => {
    const word = cropForm.elements.ratio.value
    if (word === 'free') return 0
    const [across, down] = word.split(':').map(Number)
    return ((across / down) * height) / width
  }
  const focus = () => [Number(focusX.value) / 100, Number(focusY.value) / 100]

  function draw() {
    const [x, y] = focus()
    point.style.left = `${x * 100}%`
    point.style.top = `${y * 100}%`
    for (const handle of [shade, part, ...corners.map(([, c]) => c)]) handle.hidden = crop === null
    if (crop === null) return
    for (const { style } of [hole, part]) {
      Object.assign(style, { left: `${crop.x * 100}%`, top: `${crop.y * 100}%`, width: `${crop.w * 100}%`, height: `${crop.h * 100}%` })
    }
    for (const [name, corner] of corners) {
      corner.style.left = `${(crop.x + (name[1] === 'e' ? crop.w : 0)) * 100}%`
      corner.style.top = `${(crop.y + (name[0] === 's' ? crop.h : 0)) * 100}%`
    }
  }

  /** Into the form: from now on its numbers count. */
  function write() {
    const left = Math.round(crop.x * width)
    const top = Math.round(crop.y * height)
    const numbers = [left, top, Math.min(width - left, Math.round(crop.w * width)), Math.min(height - top, Math.round(crop.h * height))]
    fields.forEach((field, i) => (field.value = numbers[i]))
    exact.value = '1'
    draw()
  }

  function preset() {
    const shape = ratio()
    if (shape === 0) {
      crop ??= { x: 0, y: 0, w: 1, h: 1 }
    } else {
      const w = Math.min(1, shape)
      const h = w / shape
      const [x, y] = focus()
      crop = { x: clamp(x - w / 2, 0, 1 - w), y: clamp(y - h / 2, 0, 1 - h), w, h }
    }
    write()
  }

  /** The corner opposite stays where it is. */
  function pull(name, dx, dy) {
    const west = name[1] === 'w'
    const north = name[0] === 'n'
    const right = crop.x + crop.w
    const bottom = crop.y + crop.h
    const roomX = west ? right : 1 - crop.x
    const roomY = north ? bottom : 1 - crop.y
    let w = clamp(crop.w + (west ? -dx : dx), least[0], roomX)
    let h = clamp(crop.h + (north ? -dy : dy), least[1], roomY)
    const shape = ratio()
    if (shape !== 0) {
      if (Math.abs(dy) > Math.abs(dx)) w = h * shape
      w = clamp(w, Math.max(least[0], least[1] * shape), Math.min(roomX, roomY * shape))
      h = w / shape
    }
    crop = { x: west ? right - w : crop.x, y: north ? bottom - h : crop.y, w, h }
    write()
  }

  draggable(part, stage, (dx, dy) => {
    crop.x = clamp(crop.x + dx, 0, 1 - crop.w)
    crop.y = clamp(crop.y + dy, 0, 1 - crop.h)
    write()
  })
  for (const [name, corner] of corners) draggable(corner, stage, (dx, dy) => pull(name, dx, dy))
  draggable(point, stage, (dx, dy) => {
    const [x, y] = focus()
    focusX.value = (clamp(x + dx, 0, 1) * 100).toFixed(1)
    focusY.value = (clamp(y + dy, 0, 1) * 100).toFixed(1)
    draw()
  })

  cropForm.addEventListener('change', (event) => {
    if (event.target.name === 'ratio') {
      preset()
      return
    }
    const [x, y, w, h] = fields.map((f) => Number(f.value))
    crop = { x: x / width, y: y / height, w: w / width, h: h / height }
    exact.value = '1'
    draw()
  })
  focusForm.addEventListener('input', draw)
  // A browser that comes back to the page keeps what was typed, but not what was drawn.
  exact.value = '0'
  draw()
}

document.querySelectorAll('[data-photo-add]').forEach(adding)
document.querySelectorAll('[data-photo-stage]').forEach(staging)
