import { tell, whisper } from './announce.js'
import { act } from './api.js'
import { byId } from './dom.js'

/** The world's time, and the buttons that move it. */
export function startClock(moved) {
  for (const button of byId('moves').querySelectorAll('button')) {
    button.addEventListener('click', () => move(button.dataset.move, moved))
  }
}

/** A rehearsal has a clock of its own, which its messages move: this one would be pressed for it. */
export function showClock(clock, space) {
  byId('now').textContent = clock.shown
  byId('moves').hidden = !clock.movable || isRehearsal(space)
}

function isRehearsal(space) {
  return space?.name.startsWith('rehearsal-') ?? false
}

async function move(how, moved) {
  const moves = byId('moves')
  if (moves.getAttribute('aria-busy') === 'true') return
  moves.setAttribute('aria-busy', 'true')
  const { ok, body } = await act('/api/clock', { move: how })
  moves.removeAttribute('aria-busy')
  if (!ok) return tell(body.error)
  await moved()
  whisper(`It is now ${byId('now').textContent}`)
}
