// Alerts as they happen: server-sent events. The browser reconnects by itself and says what it has seen last.

import { isReached, onConnection, probe } from '../core/connection.js';
import { take } from './alerts.js';

const RETRY = 5_000;

/** The service says every 5 seconds that it is there: after this long without a word the line is dead. */
const SILENCE = 12_000;

/**
 * Listens for as long as the page is open. `onState` is told 'live', 'waiting' or 'offline'; `onGap`
 * when the stream had to be opened anew, so that what was missed has to be asked for. Returns once
 * the service has said from where on it tells everything, or it is clear that it cannot now.
 */
export function listen(onNew, onState, onGap) {
  let events = null;
  let broken = false;
  let heard = Date.now();
  let settle;
  const settled = new Promise((done) => (settle = done));
  const alive = () => {
    heard = Date.now();
    onState('live');
    if (broken) onGap();
    broken = false;
    settle();
  };
  const lost = (state) => {
    onState(state);
    settle();
  };
  const open = () => {
    events?.close();
    heard = Date.now();
    const opened = (events = new EventSource('/api/v1/alerts/stream'));
    opened.addEventListener('here', alive);
    opened.addEventListener('alert', (event) => {
      alive();
      const alert = JSON.parse(event.data);
      if (take(alert)) onNew(alert);
    });
    opened.addEventListener('error', () => {
      if (opened !== events) return;
      lost(isReached() ? 'waiting' : 'offline');
      if (opened.readyState !== EventSource.CLOSED) return;
      broken = true;
      setTimeout(() => opened === events && open(), RETRY);
    });
  };
  setInterval(() => {
    if (Date.now() - heard < SILENCE) return;
    broken = true;
    lost(isReached() ? 'waiting' : 'offline');
    probe();
    open();
  }, 1_000);
  onConnection((reached) => {
    broken = true;
    if (reached) open();
    else {
      events.close();
      lost('offline');
    }
  });
  open();
  return settled;
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
