// Owns what runs in Redis: the two scripts that keep a rolling window and what was learned, by the server's time.
import { FIRST_BACKOFF_MS, PROBE_MS } from "../client/window.js";

/** Another process learns only by asking again that the first request was answered. */
const PROBE_POLL_MS = 100;

// A request counts at its score: when it was answered; while it is under way, when its lease ends. Times are whole
// milliseconds, so a minute, closed at both ends, is over one millisecond later than its length.
const HEAD = `
local requests, lessons = KEYS[1], KEYS[2]
local window, lease = tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function read(name) return tonumber(redis.call('HGET', lessons, name) or 0) end
local function write(...) redis.call('HSET', lessons, ...) end
local function expire()
  redis.call('PEXPIRE', requests, window + lease + 1000)
  redis.call('PEXPIRE', lessons, math.max(read('until') - now, 0) + 2 * window + lease)
end
`;

/** Takes room for up to `wanted` requests; says how many got it and in how many milliseconds there is more. */
export const TAKE = `${HEAD}
local limit, spare, wanted = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local id, remembers = ARGV[6], ARGV[7] == '1'
if remembers and redis.call('EXISTS', lessons) == 0 then write('until', now + window + 1) end
redis.call('HSETNX', lessons, 'round', 0)
redis.call('ZREMRANGEBYSCORE', requests, '-inf', now - window - 1)

local needed = 1 + math.min(spare, limit - 1)
local probing, capped, left = read('probing') == 1, now < read('reset'), read('left')
local granted = math.max(math.min(wanted, limit - redis.call('ZCARD', requests) - needed + 1), 0)
if probing then granted = math.min(granted, 1) end
if capped then granted = math.max(math.min(granted, left), 0) end
if now < read('until') or now < read('probedAt') + ${PROBE_MS} then granted = 0 end
for i = 1, granted do redis.call('ZADD', requests, now + lease, id .. ':' .. i) end
if granted > 0 and probing then write('probedAt', now) end
if granted > 0 and capped then write('left', left - granted) end
expire()

local wait = read('until') - now
local over = redis.call('ZCARD', requests) + needed - limit
if over > 0 then
  -- As if what is under way were answered now: sooner there is no room, unless it did not leave at all.
  local score = redis.call('ZRANGE', requests, over - 1, over - 1, 'WITHSCORES')[2]
  wait = math.max(wait, math.min(score, now) + window + 1 - now)
end
if capped and left <= granted then wait = math.max(wait, read('reset') - now) end
if probing then wait = math.max(wait, math.min(read('probedAt') + ${PROBE_MS} - now, ${PROBE_POLL_MS})) end
return { granted, math.max(wait, 0), read('round'), now }`;

/** Ends one request: its room, and what its answer says of the limit. */
export const END = `${HEAD}
local id, round, startedAt, how = ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5]), ARGV[6]
local status, retryAfter = tonumber(ARGV[7]), tonumber(ARGV[8])
local remaining, resetIn = tonumber(ARGV[9]), tonumber(ARGV[10])
local capped, isOfThisRound = now < read('reset'), round == read('round')
if how == 'not-sent' then
  redis.call('ZREM', requests, id)
  if capped then write('left', read('left') + 1) end
else
  redis.call('ZADD', requests, now, id)
end

if status == 429 then
  -- The last of a burst of 429s says from when on to wait. The burst makes the wait grow once.
  local refusals = read('refusals')
  if isOfThisRound or refusals == 0 then
    refusals = refusals + 1
    write('refusals', refusals)
  end
  local backoff = math.min(${FIRST_BACKOFF_MS} * 2 ^ (refusals - 1), window)
  local wanted = now + (retryAfter > 0 and retryAfter or backoff)
  if wanted > read('until') then
    write('until', wanted, 'round', read('round') + 1, 'probing', 1, 'probedAt', 0)
  end
elseif isOfThisRound then
  write('probedAt', 0)
  if how == 'answered' then write('probing', 0, 'refusals', 0) end
end

if remaining >= 0 and resetIn > 0 then
  -- An answer to a request that started before the last lesson may be older than it: the stricter one holds.
  local isNews = not capped or startedAt >= read('learnedAt')
  local left = isNews and remaining or math.min(read('left'), remaining)
  write('left', left, 'reset', now + math.min(resetIn, window), 'learnedAt', now)
end
expire()
return 0`;
