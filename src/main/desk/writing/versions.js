// Two or three versions of one text, side by side, and the question with which to go on.
import { valueOf } from './fields.js'
import { countWords } from './live.js'
import { make, moment, number, say } from './say.js'

/**
 * Asks until one is chosen; nothing is thrown away before. Each version is `{kind, at, by, fields}`; the newest is
 * proposed.
 */
export function chooseVersion(versions) {
  const newest = versions.reduce((a, b) => (b.at > a.at ? b : a))
  return new Promise((resolve) => {
    const columns = versions.map((version) => {
      const lines = bodyLines(version.fields)
      const text = preview(version.fields, lines)
      const take = make(
        'button',
        {
          type: 'button',
          class: version === newest ? 'button primary' : 'button',
          autofocus: version === newest,
          onclick: () => {
            dialog.close()
            resolve(version)
          },
        },
        say('versions.take'),
      )
      return make(
        'section',
        { class: 'version', 'data-version': version.kind, 'aria-label': say(`versions.${version.kind}`, version.by || '') },
        make('h3', {}, say(`versions.${version.kind}`, version.by || '')),
        make(
          'p',
          { class: 'muted' },
          moment(version.at),
          make('br'),
          say('words', number(countWords(lines.join(' ')))),
          version === newest ? make('strong', {}, ` ${say('versions.newer')}`) : null,
        ),
        take,
        text,
      )
    })
    const dialog = make(
      'dialog',
      { class: 'versions', 'aria-label': say('versions.title') },
      make('h2', {}, say('versions.title')),
      make('p', {}, say('versions.explained')),
      make('div', { class: 'version-columns' }, ...columns),
    )
    dialog.addEventListener('cancel', (e) => e.preventDefault())
    dialog.addEventListener('close', () => dialog.remove())
    document.body.append(dialog)
    dialog.showModal()
    dialog.querySelector('.primary').focus()
  })
}

function bodyLines(fields) {
  const page = new DOMParser().parseFromString(valueOf(fields, 'body'), 'text/html')
  return [...page.body.querySelectorAll('p, h2, h3, li, cite, td, th, caption, figcaption, pre')]
    .filter((e) => !e.querySelector('p, h2, h3, li'))
    .map((e) => e.textContent)
}

function preview(fields, lines) {
  return make(
    'div',
    { class: 'version-text', tabindex: '0', role: 'group', 'aria-label': say('versions.text') },
    make('h4', {}, valueOf(fields, 'headline')),
    make('p', {}, make('em', {}, valueOf(fields, 'standfirst'))),
    ...lines.map((line) => make('p', {}, line)),
  )
}
