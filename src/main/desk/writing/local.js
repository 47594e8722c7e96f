// The copy in this browser: written within a second, erased when the server has what it holds.

export class LocalCopy {
  constructor(article) {
    this.key = `tamizdat.writing.${article}`
  }

  /** Whether the browser kept it; it may be full, or forbid it. */
  keep(copy) {
    try {
      localStorage.setItem(this.key, JSON.stringify(copy))
      return true
    } catch {
      return false
    }
  }

  read() {
    try {
      const copy = JSON.parse(localStorage.getItem(this.key))
      return copy && Array.isArray(copy.fields) && Number.isFinite(copy.at) ? copy : null
    } catch {
      return null
    }
  }

  erase() {
    try {
      localStorage.removeItem(this.key)
    } catch {
      // A browser that forbids storage has kept nothing.
    }
  }
}
