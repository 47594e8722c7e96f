/** The desk's words for scripts, from <body data-words>. Without them a key stands for itself. */
export function words(document) {
  const lines = JSON.parse(document.body.dataset.words || '{}')
  return (key, ...values) =>
    values.reduce((line, value, i) => line.replaceAll(`{${i}}`, value), lines[`finding.palette.${key}`] ?? key)
}

/** An element with attributes and children; texts are texts, never markup. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value)
  }
  made.append(...children)
  return made
}
