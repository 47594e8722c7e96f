// The one-line fields above the text: they grow with what is written, and Enter goes on to the next.

const ORDER = ['kicker', 'headline', 'standfirst']

export function lines(form, toBody) {
  const fields = ORDER.map((name) => form.elements[name]).filter((field) => field instanceof HTMLElement)
  fields.forEach((field, i) => {
    if (field.nodeName === 'TEXTAREA') {
      fit(field)
      field.addEventListener('input', () => {
        if (/[\r\n]/.test(field.value)) field.value = field.value.replace(/\s*[\r\n]+\s*/g, ' ')
        fit(field)
      })
    }
    field.addEventListener('keydown', (event) => {
      const atEnd = field.selectionStart === field.value.length && field.selectionEnd === field.value.length
      if (event.isComposing || (event.key !== 'Enter' && !(event.key === 'ArrowDown' && atEnd && !event.shiftKey))) return
      if (event.ctrlKey || event.metaKey) return
      event.preventDefault()
      if (fields[i + 1]) fields[i + 1].focus()
      else toBody()
    })
  })
  addEventListener('resize', () => fields.forEach((f) => f.nodeName === 'TEXTAREA' && fit(f)))
  return () => fields.at(-1)?.focus()
}

function fit(field) {
  field.style.blockSize = 'auto'
  field.style.blockSize = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`
}
