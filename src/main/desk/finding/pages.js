import { element } from './words.js'

/** A message that was read can be put away. */
export function letGoOfFlashes(document, say) {
  for (const flash of document.querySelectorAll('.flash')) {
    const button = element('button', { type: 'button', class: 'button quiet small dismiss' }, say('dismiss'))
    button.addEventListener('click', () => {
      flash.remove()
      document.getElementById('main')?.focus()
    })
    flash.append(button)
  }
}

/**
 * A form with data-submit-on-change is sent when something is chosen. While a date is typed, each digit is a change: so dates are sent
 * when they are left.
 */
export function submitFilters(document) {
  for (const form of document.querySelectorAll('form[data-submit-on-change]')) {
    form.addEventListener('change', (event) => {
      if (event.target.matches('select, [type=checkbox], [type=radio]')) form.requestSubmit()
    })
    let dated = false
    form.addEventListener('input', (event) => {
      if (event.target.matches('[type=date]')) dated = true
    })
    form.addEventListener('focusout', (event) => {
      if (dated && event.target.matches('[type=date]') && event.target.checkValidity()) form.requestSubmit()
    })
  }
}
