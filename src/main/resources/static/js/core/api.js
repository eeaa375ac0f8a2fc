// The service's interface: one way to ask it, one kind of failure.

import { notice } from './connection.js';
import { english, say } from './lang.js';

const BASE = '/api/v1';
let csrf = null;
let onUnknown = () => {};

/** Remembers what every changing request has to carry, and what to do when nobody is logged in. */
export function guard(token, unknown) {
  csrf = token ?? null;
  onUnknown = unknown ?? onUnknown;
}

/** What went wrong, in words for the reader. */
export class Problem extends Error {
  constructor(status, body) {
    super(words(status, body));
    this.status = status;
    this.body = body;
  }

  get offline() {
    return this.status === 0;
  }

  /** Whether this service has no such part, or no such thing. */
  get absent() {
    return this.status === 404;
  }
}

function words(status, body) {
  if (status === 0) return say('连接不到服务器。', 'The server cannot be reached.');
  if (status === 401) return say('请先登录。', 'Please log in first.');
  if (status === 403) return say('您的账户无权进行此操作。', 'Your account may not do this.');
  if (status === 413) return say('文件太大。', 'The file is too large.');
  const errors = (body?.errors ?? []).map((each) => `${each.field ?? each.path ?? ''} ${each.message ?? ''}`.trim());
  return errors.length > 0 ? errors.slice(0, 4).join(say('；', '; ')) : (body?.detail ?? `HTTP ${status}`);
}

/** Asks and returns the answer itself. */
export async function call(method, path, { query, body, type, accept } = {}) {
  const headers = { 'Accept-Language': english ? 'en' : 'zh-CN' };
  if (accept) headers.Accept = accept;
  if (type) headers['Content-Type'] = type;
  if (csrf && method !== 'GET') headers[csrf.header] = csrf.token;
  let answer;
  try {
    answer = await fetch(address(path, query), { method, headers, body });
  } catch {
    notice(false);
    throw new Problem(0, null);
  }
  notice(true);
  if (!answer.ok) {
    if (answer.status === 401) onUnknown();
    throw new Problem(answer.status, await answer.json().catch(() => null));
  }
  return answer;
}

/** The address of a resource, with the parts of the query that have a value. */
export function address(path, query = {}) {
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') asked.append(key, value);
  }
  const start = path.startsWith('/api/') ? path : BASE + path;
  const text = asked.toString();
  return text === '' ? start : `${start}${start.includes('?') ? '&' : '?'}${text}`;
}

export const get = async (path, query) => (await call('GET', path, { query })).json();

export const getBytes = async (path) => (await call('GET', path)).arrayBuffer();

/** Sends JSON and returns the JSON of the answer, null where it has none. */
export async function send(method, path, body) {
  const answer = await call(method, path, { body: JSON.stringify(body), type: 'application/json' });
  const text = await answer.text();
  return text === '' ? null : JSON.parse(text);
}

/** Sends a file or form as it is. */
export async function upload(path, body, type) {
  return (await call('POST', path, { body, type })).json();
}

/** Goes through the pages of a list, newest first, up to `most` items. */
export async function* pages(path, query, most = 20_000) {
  let cursor = null;
  let seen = 0;
  do {
    const page = await get(path, { ...query, limit: 1000, cursor });
    seen += page.items.length;
    yield page.items;
    cursor = page.next;
  } while (cursor !== null && seen < most);
}

/** All items of a list, up to `most`. */
export async function all(path, query, most) {
  const items = [];
  for await (const page of pages(path, query, most)) items.push(...page);
  return items;
}
