// Alerts as they happen: server-sent events. The browser reconnects by itself and says what it has seen last.

import { take } from './alerts.js';

const RETRY = 5_000;

/**
 * Listens for as long as the page is open. `onState` is told 'live' or 'waiting'; `onGap` when the
 * stream had to be opened anew, so that what was missed has to be asked for.
 */
export function listen(onNew, onState, onGap) {
  let broken = false;
  const open = () => {
    const events = new EventSource('/api/v1/alerts/stream');
    events.addEventListener('open', () => {
      onState('live');
      if (broken) onGap();
      broken = false;
    });
    events.addEventListener('alert', (event) => {
      const alert = JSON.parse(event.data);
      if (take(alert)) onNew(alert);
    });
    events.addEventListener('error', () => {
      onState('waiting');
      if (events.readyState === EventSource.CLOSED) {
        broken = true;
        setTimeout(open, RETRY);
      }
    });
  };
  open();
}

let audio;

/** A short low tone, higher for what is grave. */
export function chime(grade) {
  audio ??= new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = grade === 'grave' ? 880 : 520;
  volume.gain.setValueAtTime(0.12, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.7);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.7);
}
