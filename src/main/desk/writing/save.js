// Keeping what is written: in this browser within a second, on the server every three, and telling which of the two.
import { content, read, same } from './fields.js'
import { LocalCopy } from './local.js'
import { button, clock, make, say } from './say.js'

const whenIdle = (work) => (window.requestIdleCallback ? requestIdleCallback(work, { timeout: 250 }) : work())

const LOCAL_AFTER = 700
const SAVE_EVERY = 3000
const HEARTBEAT_EVERY = 10000
const LONGEST_PAUSE = 60000
const BEACON_MOST = 60000

export class Keeping {
  /**
   * Of the page: `form`; `html()`, the body; `canonical(html)`, a body as the surface would give it back; `hold()` makes
   * the page read-only and `release()` gives it back; `waiting()` tells of files that are not sent.
   */
  constructor(page) {
    Object.assign(this, page)
    this.local = new LocalCopy(this.form.dataset.article)
    this.changes = 0
    this.onServer = 0
    this.inBrowser = 0
    this.heard = 0
    this.failures = 0
    this.sending = false
    this.locked = false
    this.leaving = false
    this.line = make('span', { class: 'state-text' })
    this.actions = make('span', { class: 'state-actions' })
    this.dom = make('p', { class: 'state-line', role: 'status', 'aria-live': 'polite' }, this.line, ' ', this.actions)
  }

  start() {
    this.asked = Date.now()
    this.ticking = setInterval(() => this.tick(), 500)
    addEventListener('online', () => this.now())
    addEventListener('offline', () => this.lost())
    addEventListener('beforeunload', (e) => {
      if (this.leaving) return
      if ((this.inMemoryOnly() && !this.keepLocally()) || this.waiting()) e.preventDefault()
    })
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.farewell())
    addEventListener('pagehide', () => this.farewell())
    this.form.addEventListener('submit', () => {
      this.leaving = true
      this.submitted = this.changes
      this.local.keep(this.copy())
      // A submission that goes nowhere (no connection) leaves the page as it is.
      setTimeout(() => (this.leaving = false), 10000)
    })
  }

  dirty() {
    return this.changes > this.onServer
  }

  inMemoryOnly() {
    return this.dirty() && this.inBrowser < this.changes
  }

  changed() {
    this.changes++
    if (!this.failures && !this.locked && this.shown !== 'writing') this.tell('writing', say('state.writing'))
    if (!this.localTimer) this.localTimer = setTimeout(() => whenIdle(() => this.keepLocally()), LOCAL_AFTER)
  }

  fields() {
    return read(this.form, this.html)
  }

  keepLocally() {
    clearTimeout(this.localTimer)
    this.localTimer = 0
    if (!this.dirty()) return true
    const kept = this.local.keep(this.copy())
    if (kept) this.inBrowser = this.changes
    else this.tell('bad', say('state.full'))
    return kept
  }

  copy() {
    const copy = { at: Date.now(), revision: this.form.dataset.revision, fields: content(this.fields()) }
    // On a slow line the page is still here a while after it was submitted, with nothing new in it.
    return this.leaving && this.submitted === this.changes ? { ...copy, submitted: true } : copy
  }

  tick() {
    if (this.sending) return
    const pause = this.failures ? Math.min(LONGEST_PAUSE, SAVE_EVERY * 2 ** (this.failures - 1)) : 0
    const since = Date.now() - this.asked
    if (since < pause) return
    const unheard = this.dirty() && this.changes > this.heard && !this.locked
    const wanted = unheard ? SAVE_EVERY : HEARTBEAT_EVERY
    if (since >= wanted) this.send()
  }

  /** Without waiting for the next turn. */
  now() {
    this.failures = 0
    if (!this.sending) this.send()
  }

  posted(dirty) {
    const body = new URLSearchParams(this.fields())
    body.set('page', this.form.dataset.page || '')
    body.set('dirty', dirty ? '1' : '0')
    return body
  }

  async send() {
    const { workingCopy } = this.form.dataset
    if (!workingCopy) return
    const upTo = this.changes
    const dirty = this.dirty() && !this.locked
    this.sending = true
    this.asked = Date.now()
    try {
      const answer = await fetch(workingCopy, {
        method: 'POST',
        body: this.posted(dirty),
        headers: { Accept: 'application/json' },
        redirect: 'manual',
        signal: AbortSignal.timeout(20000),
      })
      await this.hear(answer, upTo, dirty)
    } catch {
      this.failures++
      this.lost()
    } finally {
      this.sending = false
    }
  }

  lost() {
    this.keepLocally()
    this.tell('warning', say('state.offline'))
  }

  async hear(answer, upTo, dirty) {
    if (answer.status === 401 || answer.type === 'opaqueredirect') {
      this.failures = 0
      this.keepLocally()
      this.tell('warning', say('state.signedOut'), make('a', { href: '/', target: '_blank' }, say('state.signIn')))
      return
    }
    let said = {}
    try {
      said = await answer.json()
    } catch {
      // No answer of the desk's: the status says enough.
    }
    if (!said.state) {
      this.failures++
      this.keepLocally()
      this.tell('bad', said.message || say('state.failed', answer.status))
      return
    }
    this.failures = 0
    if (dirty) this.heard = upTo
    if (said.state === 'kept') this.kept(said, upTo, dirty)
    else if (said.state === 'locked') this.lockedBy(said.holder || '')
    else if (said.state === 'newer') this.newerIs(said)
    else this.refused(said)
  }

  kept(said, upTo, dirty) {
    if (this.locked) this.unlock()
    if (said.revision) {
      this.form.dataset.revision = said.revision
      if (this.form.elements.revision) this.form.elements.revision.value = said.revision
    }
    if (dirty) {
      this.onServer = Math.max(this.onServer, upTo)
      this.at = said.at
      this.form.dispatchEvent(new CustomEvent('writing:saved', { bubbles: true }))
    }
    if (!this.dirty()) {
      this.local.erase()
      const others = (said.others || []).join(', ')
      const at = this.at || Number(this.form.dataset.at)
      this.tell('good', [at ? say('state.saved', clock(at)) : '', others && say('state.others', others)].filter(Boolean).join(' · '))
    } else {
      this.tell('writing', say('state.writing'))
    }
  }

  /** Somebody else writes now: what was not saved stays here, and can be read and copied. */
  lockedBy(holder) {
    this.keepLocally()
    this.locked = true
    this.hold(holder)
    this.tell('warning', say(this.dirty() ? 'state.lockedKept' : 'state.locked', holder), button(say('state.takeBack'), () => this.takeBack(), { class: 'small' }))
  }

  unlock() {
    this.locked = false
    this.release()
  }

  newerIs(said) {
    this.keepLocally()
    if (this.locked && said.mine) this.unlock()
    const { revisions, revision } = this.form.dataset
    const compare = revisions ? `${revisions}/${revision}/${said.newest}` : ''
    this.tell(
      'warning',
      said.message || say('state.newer', said.holder || (said.others || []).join(', ') || '—'),
      compare ? make('a', { href: compare, target: '_blank' }, say('state.compare')) : null,
    )
  }

  refused(said) {
    this.keepLocally()
    this.tell('bad', said.message || say('state.refused'))
  }

  async takeBack() {
    try {
      const answer = await fetch(this.form.dataset.lock || `/articles/${this.form.dataset.article}/lock`, {
        method: 'POST',
        body: new URLSearchParams({ page: this.form.dataset.page || '' }),
        headers: { Accept: 'application/json' },
      })
      if (!answer.ok) throw new Error(String(answer.status))
      const { newest = 0 } = await answer.json().catch(() => ({}))
      // What they had typed is a revision now. Whoever has typed nothing goes on from there.
      if (!this.dirty() && newest > Number(this.form.dataset.revision)) {
        location.reload()
        return
      }
      this.unlock()
      this.now()
    } catch {
      this.tell('bad', say('state.takeBackFailed'), button(say('state.takeBack'), () => this.takeBack(), { class: 'small' }))
    }
  }

  /** The page goes: what can still be said is said. */
  farewell() {
    if (this.leaving || !this.dirty()) return
    this.keepLocally()
    if (this.locked || !this.form.dataset.workingCopy) return
    const body = this.posted(true)
    const small = body.toString().length < BEACON_MOST
    if (small && navigator.sendBeacon?.(this.form.dataset.workingCopy, body)) return
    fetch(this.form.dataset.workingCopy, { method: 'POST', body, keepalive: small }).catch(() => {})
  }

  tell(kind, text, action) {
    if (this.said === kind + text) return
    this.said = kind + text
    this.shown = kind
    this.dom.dataset.state = kind
    this.line.textContent = text
    this.actions.replaceChildren(...(action ? [action] : []))
  }

  /** The versions beside the form's own that the page or the browser holds. */
  others() {
    const alike = (a, b) => same(a, b, this.canonical)
    const { at, kept } = this.form.dataset
    const own = this.fields()
    const versions = []
    const server = kept ? JSON.parse(kept) : null
    if (server && !alike(server.fields, own)) versions.push({ ...server, kind: 'kept' })
    const browser = this.local.read()
    if (browser) {
      // What was submitted and led to another revision has arrived; what the server made of it is the page's.
      const arrived = browser.submitted && Number(this.form.dataset.revision) > Number(browser.revision)
      const known =
        arrived || alike(browser.fields, own) || (server && alike(browser.fields, server.fields))
      if (known) this.local.erase()
      else versions.push({ ...browser, kind: 'local' })
    }
    return versions.length ? [{ kind: 'server', at: Number(at) || 0, fields: content(own) }, ...versions] : []
  }
}
