const STEPS = [
  [60, 'second'],
  [60, 'minute'],
  [24, 'hour'],
  [7, 'day'],
]

/**
 * Times as one would say them: <time datetime data-relative> how long ago or ahead, within a week; <time datetime data-local> the same
 * moment in the time zone of who reads. What the page said itself is in the title.
 */
export function tellTimes(document) {
  const language = document.documentElement.lang || 'en'
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const local = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const tell = () => {
    for (const time of document.querySelectorAll('time[datetime][data-relative], time[datetime][data-local]')) {
      const at = new Date(time.dateTime)
      if (Number.isNaN(at.getTime())) continue
      const here = local.format(at)
      time.title ||= here === time.textContent ? here : `${here} (${time.textContent.trim()})`
      const text = time.hasAttribute('data-relative') ? ago(relative, at) : here
      if (text && text !== time.textContent) time.textContent = text
    }
  }
  tell()
  setInterval(tell, 30_000)
}

/** Empty for what is more than a week away. */
function ago(relative, at) {
  let amount = (at.getTime() - Date.now()) / 1000
  for (const [size, unit] of STEPS) {
    if (Math.abs(amount) < size) return relative.format(Math.trunc(amount), unit)
    amount /= size
  }
  return ''
}
