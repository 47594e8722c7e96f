import { element } from './words.js'

/**
 * A form or button with data-confirm asks before it is sent. The question is the attribute's value; the button that goes on says what
 * the form's own says.
 */
export function confirmDangerous(document, say) {
  document.addEventListener('submit', (event) => {
    const form = event.target
    const button = event.submitter
    const question = button?.dataset.confirm || form.dataset.confirm
    if (!question || event.defaultPrevented || form.dataset.confirmed || !window.HTMLDialogElement) return
    event.preventDefault()
    ask(document, say, question, button?.textContent.trim() || say('confirm.go'), () => {
      form.dataset.confirmed = 'yes'
      try {
        form.requestSubmit(button ?? undefined)
      } finally {
        delete form.dataset.confirmed
      }
    })
  })
}

function ask(document, say, question, go, then) {
  const text = element('p', { id: 'confirm-question' }, question)
  const yes = element('button', { type: 'button', class: 'button danger' }, go)
  const no = element('button', { type: 'button', class: 'button' }, say('confirm.stay'))
  const dialog = element('dialog', { class: 'confirm', 'aria-labelledby': 'confirm-question' }, text, element('div', { class: 'row' }, no, yes))
  dialog.addEventListener('close', () => dialog.remove())
  no.addEventListener('click', () => dialog.close())
  yes.addEventListener('click', () => {
    dialog.close()
    then()
  })
  document.body.append(dialog)
  dialog.showModal()
  no.focus()
}
