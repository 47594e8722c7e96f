// What comes with a paste, made into the article's subset. Where it comes from is kept out: styles, trackers, pictures
// of other places.
import { say } from './say.js'

const GONE =
  'style, script, meta, link, title, xml, noscript, template, object, embed, form input, select, textarea, button, svg, canvas, dialog, del, colgroup, [hidden], [data-style*="mso-hide:all"]'
const BLOCKS = 'p, div, li, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, table, tr, td, th, pre, figure, section, article, aside, body, dd, dt, hr'
const TRACKING = /^(utm_[a-z_]+|fbclid|gclid|yclid|mc_cid|mc_eid|igshid|si|ref_src|_ga|_openstat|vero_id|wickedid|ysclid)$/i

/** HTML from the clipboard in, HTML for the editor's own parser out. */
export function cleanPaste(html) {
  if (html.includes('data-pm-slice')) return html
  const page = new DOMParser().parseFromString(withoutStyle(html), 'text/html')
  const body = page.body
  removeComments(page)
  body.querySelectorAll(GONE).forEach((e) => e.remove())
  unwrapAll(body, 'b[id^="docs-internal-guid"]')
  wordLists(body)
  wordHeadings(body)
  ;[...body.querySelectorAll('*')].filter((e) => e.localName.includes(':')).forEach(unwrap)
  styles(body)
  links(body)
  pictures(body)
  frames(body)
  lists(body)
  layoutTables(body)
  spaces(body)
  paragraphs(body)
  body.querySelectorAll('[data-style]').forEach((e) => e.removeAttribute('data-style'))
  return body.innerHTML
}

/** The desk's policy forbids styles and scripts in a page's own markup; what a style says is read all the same. */
function withoutStyle(html) {
  return html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\s(style|on[a-z]+)\s*=/gi, ' data-$1='))
}

/** The address without what tells who followed it; empty for what may not be a link. */
export function cleanLink(raw) {
  let address = (raw || '').replace(/[\u0000-\u001f\u007f\u200b\ufeff]/g, '').trim()
  if (address.startsWith('//')) address = `https:${address}`
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)
  if (!scheme) return address.split(/[/?#]/)[0].includes(':') || address.includes('\\') ? '' : address
  if (/^mailto:./i.test(address)) return address
  if (!/^https?:\/\/./i.test(address)) return ''
  let url
  try {
    url = new URL(address)
  } catch {
    return ''
  }
  const inner = redirected(url)
  if (inner) return cleanLink(inner)
  const spare = [...url.searchParams.keys()].filter((k) => TRACKING.test(k))
  if (!spare.length) return address
  // By hand, because URLSearchParams would write the rest anew.
  url.search = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !TRACKING.test(pair.split('=')[0]))
    .join('&')
  return url.href
}

/** Where a redirector of a search engine or a network would have led. */
function redirected(url) {
  const host = url.hostname.replace(/^www\./, '')
  if (/^google\.[a-z.]+$/.test(host) && url.pathname === '/url') return url.searchParams.get('q') || url.searchParams.get('url')
  if (/^lm?\.(facebook|instagram)\.com$/.test(host)) return url.searchParams.get('u')
  if (host === 'vk.com' && url.pathname === '/away.php') return url.searchParams.get('to')
  if (host === 't.me' && url.pathname === '/iv') return url.searchParams.get('url')
  if (host.endsWith('safelinks.protection.outlook.com')) return url.searchParams.get('url')
  return null
}

function removeComments(page) {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT)
  const comments = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  comments.forEach((c) => c.remove())
}

function unwrap(element) {
  element.replaceWith(...element.childNodes)
}

function unwrapAll(body, selector) {
  body.querySelectorAll(selector).forEach(unwrap)
}

function rename(element, name) {
  const other = element.ownerDocument.createElement(name)
  other.append(...element.childNodes)
  for (const key of ['dir', 'lang']) if (element.getAttribute(key)) other.setAttribute(key, element.getAttribute(key))
  element.replaceWith(other)
  return other
}

/** Word writes list items as paragraphs with the bullet or number typed in front. */
function wordLists(body) {
  const items = [...body.querySelectorAll('p[data-style*="mso-list"], p[class*="MsoList"]')].filter((p) => /mso-list:\s*l\d+ level\d/.test(p.getAttribute('data-style') || ''))
  let open = []
  let previous = null
  for (const p of items) {
    const [, list, level] = /mso-list:\s*(l\d+) level(\d)/.exec(p.getAttribute('data-style'))
    const marker = p.querySelector('[data-style*="mso-list:Ignore"], [data-style*="mso-list: Ignore"]')
    const sign = (marker?.textContent || '').replace(/\s/g, '')
    marker?.remove()
    const ordered = /^\(?(\d+|[a-zа-я]|[ivxlc]+)[.)]+$/i.test(sign)
    const item = p.ownerDocument.createElement('li')
    const depth = Number(level)
    const follows = previous && nextElement(previous) === p && open[0]?.list === list
    if (!follows) open = []
    open = open.filter((o) => o.depth <= depth)
    let last = open.at(-1)
    if (!last || last.depth < depth) {
      const element = p.ownerDocument.createElement(ordered ? 'ol' : 'ul')
      const start = /^\(?(\d+)/.exec(sign)
      if (ordered && start && start[1] !== '1') element.setAttribute('start', start[1])
      if (last) last.element.lastElementChild.append(element)
      else p.before(element)
      last = { element, depth, list }
      open.push(last)
    }
    item.append(...p.childNodes)
    last.element.append(item)
    previous = open[0].element
    p.remove()
  }
  function nextElement(e) {
    let next = e.nextSibling
    while (next && next.nodeType === 3 && !next.textContent.trim()) next = next.nextSibling
    return next
  }
}

function wordHeadings(body) {
  body.querySelectorAll('p.MsoTitle').forEach((p) => rename(p, 'h2'))
  body.querySelectorAll('p.MsoSubtitle').forEach((p) => rename(p, 'h3'))
  body.querySelectorAll('p.MsoQuote, p.MsoIntenseQuote').forEach((p) => {
    const quote = p.ownerDocument.createElement('blockquote')
    p.replaceWith(quote)
    quote.append(p)
  })
}

function styled(element, property) {
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([\\w-]+)`, 'i').exec(element.getAttribute('data-style') || '')
  return found ? found[1].toLowerCase() : ''
}

/** Bold, italic, sub and sup said by style become elements. */
function styles(body) {
  for (const e of [...body.querySelectorAll('span[data-style], font[data-style], b[data-style], strong[data-style], i[data-style], em[data-style]')]) {
    const own = { b: ['font-weight', /^(normal|lighter|[1-4]00)$/], i: ['font-style', /^normal$/] }[{ strong: 'b', em: 'i' }[e.localName] || e.localName]
    if (own?.[1].test(styled(e, own[0]))) {
      unwrap(e)
      continue
    }
    const wraps = []
    const heading = e.closest('h1, h2, h3, h4, h5, h6')
    if (!heading && /^(bold|bolder|[6-9]00)$/.test(styled(e, 'font-weight'))) wraps.push('strong')
    if (/^(italic|oblique)/.test(styled(e, 'font-style'))) wraps.push('em')
    if (styled(e, 'vertical-align') === 'super') wraps.push('sup')
    if (styled(e, 'vertical-align') === 'sub') wraps.push('sub')
    for (const name of wraps) {
      if (e.localName === name || (name === 'strong' && e.localName === 'b') || (name === 'em' && e.localName === 'i')) continue
      const inner = e.ownerDocument.createElement(name)
      inner.append(...e.childNodes)
      e.append(inner)
    }
  }
  unwrapAll(body, 'span, font, u, ins, small, big, mark, center, abbr, time, label')
  // Whoever pastes did not choose the direction that the source's page set on everything.
  body.querySelectorAll('[dir]:not([dir=rtl])').forEach((e) => e.removeAttribute('dir'))
  body.querySelectorAll('[lang]').forEach((e) => e.removeAttribute('lang'))
}

function links(body) {
  for (const a of [...body.querySelectorAll('a')]) {
    const href = cleanLink(a.getAttribute('href'))
    if (!href || href.startsWith('#')) unwrap(a)
    else a.setAttribute('href', href)
  }
}

function pictures(body) {
  unwrapAll(body, 'picture')
  for (const img of [...body.querySelectorAll('img')]) {
    const src = img.getAttribute('src') || ''
    const alt = img.getAttribute('alt') || ''
    if (/emoji/i.test(`${img.className} ${src}`) && alt && [...alt].length <= 8) {
      img.replaceWith(alt)
      continue
    }
    const own = /^(?:photo:|(?:https?:\/\/[^/]+)?\/photos\/)([0-9a-f]{32})(?:\/|$)/.exec(src)
    if (own && (!src.startsWith('http') || src.startsWith(location.origin))) {
      img.setAttribute('src', `photo:${own[1]}`)
      continue
    }
    const pixel = [img.getAttribute('width'), img.getAttribute('height')].some((n) => /^[01](px)?$/.test(n || ''))
    const note = pixel ? null : placeholder(img, src)
    const figure = img.closest('figure')
    if (note) (figure || outermostInline(img)).before(note)
    img.remove()
    if (figure && !figure.querySelector('img')) {
      figure.querySelectorAll('figcaption').forEach((c) => rename(c, 'p'))
      unwrap(figure)
    }
  }
}

/** A film or frame of another place is a link to it. */
function frames(body) {
  for (const frame of [...body.querySelectorAll('iframe, video, audio')]) {
    const href = cleanLink(frame.getAttribute('src') || frame.querySelector('source')?.getAttribute('src'))
    if (!/^https?:/.test(href)) {
      frame.remove()
      continue
    }
    const figure = frame.ownerDocument.createElement('figure')
    figure.className = 'embed'
    const a = frame.ownerDocument.createElement('a')
    a.setAttribute('href', href)
    a.textContent = frame.getAttribute('title') || href
    figure.append(a)
    const outer = frame.closest('figure')
    const caption = outer?.querySelector('figcaption')
    if (caption) figure.append(caption)
    ;(outer || frame).replaceWith(figure)
  }
}

/** A picture of another place is a note that says where it is: the desk loads nothing from there. */
function placeholder(img, src) {
  const p = img.ownerDocument.createElement('p')
  let url
  try {
    url = new URL(src.startsWith('//') ? `https:${src}` : src)
  } catch {
    return null
  }
  if (/^https?:$/.test(url.protocol)) {
    const a = img.ownerDocument.createElement('a')
    a.setAttribute('href', url.href)
    a.textContent = say('paste.photo', url.host)
    p.append(a)
  } else {
    p.textContent = say('paste.photoFile')
  }
  return p
}

function outermostInline(node) {
  let at = node
  while (at.parentElement && !at.parentElement.matches(BLOCKS)) at = at.parentElement
  const p = at.parentElement?.closest('p, h1, h2, h3, h4, h5, h6')
  return p || at
}

/** Google Docs puts a list straight into a list; and checkboxes are no text. */
function lists(body) {
  for (const list of [...body.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')]) {
    const item = list.previousElementSibling
    if (item?.localName === 'li') item.append(list)
  }
  body.querySelectorAll('li input').forEach((e) => e.remove())
}

/** What the server would take for a page's layout is taken so here, that the editor sees it. */
function layoutTables(body) {
  for (const table of [...body.querySelectorAll('table')].reverse()) {
    const rows = [...table.querySelectorAll('tr')]
    const columns = Math.max(0, ...rows.map((r) => r.children.length))
    const heavy = table.querySelector('h1, h2, h3, h4, h5, h6, blockquote, figure, pre, hr, aside, table, img')
    const long = [...table.querySelectorAll('td')].some((c) => [...c.children].filter((p) => p.matches('p, div') && p.textContent.trim()).length >= 3)
    const role = /^(presentation|none)$/.test(table.getAttribute('role') || '')
    if (!role && rows.length && !heavy && !long && (table.querySelector('th') || (rows.length > 1 && columns > 1))) continue
    table.querySelectorAll('caption, td, th').forEach((c) => rename(c, 'div'))
    table.querySelectorAll('tr, tbody, thead, tfoot').forEach(unwrap)
    unwrap(table)
  }
}

/**
 * White space as an article has it. A no-break space stays only where typography means it: after a short word or a
 * number, before a dash, inside quotation marks. The rest is how word processors fill a line.
 */
function spaces(body) {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node.parentElement.closest('pre')) continue
    node.data = node.data
      .replace(/[\u200b\ufeff\u00ad]/g, '')
      .replace(/[ \t\r\n\u00a0\u202f]{2,}/g, ' ')
      .replace(/\u00a0/g, (_s, at, all) => (meant(all, at) ? '\u00a0' : ' '))
  }
}

function meant(text, at) {
  const before = text.slice(Math.max(0, at - 24), at)
  const after = text.slice(at + 1, at + 2)
  return (
    /[\d«„“(№§©–—]$/.test(before) ||
    /[\d–—»!?;:%€$£₽°]/.test(after) ||
    (/(?:^|[\s\u00a0(«„“"])[\p{L}]{1,3}\.?$/u.test(before) && after.trim() !== '')
  )
}

/** Two line breaks part paragraphs; a paragraph with nothing in it is none. */
function paragraphs(body) {
  for (const br of [...body.querySelectorAll('br')]) {
    if (!br.isConnected || br.closest('pre')) continue
    const next = nextSaying(br)
    if (next?.nodeName !== 'BR') continue
    const block = br.parentElement.closest('p, div, li, td, th, blockquote, dd, section, article, body')
    const range = body.ownerDocument.createRange()
    range.setStartAfter(next)
    range.setEnd(block, block.childNodes.length)
    const rest = range.extractContents()
    next.remove()
    br.remove()
    const after = body.ownerDocument.createElement(block.localName === 'p' ? 'p' : 'div')
    after.append(rest)
    if (block.localName === 'p') block.after(after)
    else block.append(after)
  }
  body.querySelectorAll('br.Apple-interchange-newline').forEach((e) => e.remove())
  for (const e of [...body.querySelectorAll('p, h1, h2, h3, h4, h5, h6, li, div, a, strong, em, b, i')].reverse()) {
    if (!e.querySelector('img, hr, table') && !e.textContent.replace(/\u00a0/g, ' ').trim()) {
      const inline = e.matches('a, strong, em, b, i')
      if (inline && (e.textContent || e.querySelector('br'))) unwrap(e)
      else e.remove()
    }
  }
}

function nextSaying(node) {
  let next = node.nextSibling
  while (next && next.nodeType === 3 && !next.data.trim()) next = next.nextSibling
  return next
}
