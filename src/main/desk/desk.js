/* What every page of the desk has beside its forms and links. Nothing here is needed: each part that fails leaves the page as it came. */
import { confirmDangerous } from './finding/confirm.js'
import { letGoOfFlashes, submitFilters } from './finding/pages.js'
import { openPalette } from './finding/palette.js'
import { listenToKeys } from './finding/keys.js'
import { tellTimes } from './finding/times.js'
import { words } from './finding/words.js'

for (const part of [confirmDangerous, letGoOfFlashes, submitFilters, tellTimes, openPalette, listenToKeys]) {
  try {
    part(document, words(document))
  } catch (error) {
    console.error(part.name, error)
  }
}
