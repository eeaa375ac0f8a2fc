// Who is logged in, and what the pages show them.

import { Problem, get, guard, send } from './api.js';

const ALL = ['forestry', 'environment', 'inspector', 'administrator'];

/**
 * Returns who is logged in, or null. A service without accounts says 404: then whoever reaches it
 * is its operator, with every role.
 */
export async function whoIsThere() {
  try {
    const session = await get('/session');
    guard(session.csrf);
    return session.account ? session : null;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (problem.absent) return { account: null, name: '', roles: ALL, counties: [] };
    if (problem.status === 401 || problem.status === 403) return null;
    throw problem;
  }
}

export const may = (session, ...roles) => session !== null && roles.some((role) => session.roles.includes(role));

/** Sends the reader to the log-in page, and back here afterwards. */
export function goToLogin() {
  location.assign(`/login?then=${encodeURIComponent(location.pathname + location.search)}`);
}

export async function logOut() {
  await send('DELETE', '/session');
  location.assign('/login');
}
