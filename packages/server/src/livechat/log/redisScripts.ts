import { createHash } from 'node:crypto';
import { type Redis } from 'ioredis';

/** A script that Redis runs in one go: nobody sees half of it. */
export interface RedisScript {
  run(redis: Redis, args: readonly (string | number)[]): Promise<unknown>;
}

function redisScript(text: string): RedisScript {
  const sha = createHash('sha1').update(text).digest('hex');
  return {
    // Redis knows the script by its hash, until it is restarted.
    run: (redis, args) =>
      redis.evalsha(sha, 0, ...args).catch((error: unknown) => {
        if (error instanceof Error && error.message.startsWith('NOSCRIPT'))
          return redis.eval(text, 0, ...args);
        throw error;
      }),
  };
}

// Redis' own clock: the nodes' may differ. Numbers are written with all their digits.
const preamble = `
local prefix = ARGV[1]
local function digits(number) return string.format('%.0f', number) end
local function now()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end
`;

// ARGV: prefix, token, then for each write: stream, expected end or '', '1' when final, how many records, and id and data
// of each. All is checked before anything is written. What the same token has written before is told as written now, and not
// checked again: it is the same call, asked again because its answer was lost.
// Answers {'conflict' | 'closed', stream}, or {'ok', seq, time, '1' when first, …}.
export const appendScript = redisScript(`${preamble}
local token = ARGV[2]
local time = now()
local heads, order, added, answer = {}, {}, {}, {'ok'}
local isDone, refusal = false, nil
local at = 3
while ARGV[at] do
  local stream, expect, final, count = ARGV[at], ARGV[at + 1], ARGV[at + 2] == '1', tonumber(ARGV[at + 3])
  at = at + 4
  local head = heads[stream]
  if not head then
    local kept = redis.call('HMGET', prefix .. 'h:' .. stream, 'last', 'time', 'final')
    head = {last = tonumber(kept[1] or '0'), time = tonumber(kept[2] or '0'), final = kept[3] == '1', own = {}}
    heads[stream] = head
  end
  local places, fresh = {}, false
  for index = 1, count do
    local id = ARGV[at + 2 * (index - 1)]
    local place = head.own[id]
    if not place then
      local known = redis.call('HGET', prefix .. 'i:' .. stream, id)
      if known then
        local seq, when, by = string.match(known, '^(%d+) (%d+) (.*)$')
        place = {seq, when, by == token and '1' or '0'}
        if by == token then isDone = true end
        head.own[id] = {seq, when, '0'}
      end
    end
    places[index] = place
    if not place then fresh = true end
  end
  if count == 0 or fresh or (final and not head.final) then
    if fresh and head.final then
      refusal = refusal or {'closed', stream}
    elseif expect ~= '' and tonumber(expect) ~= head.last then
      refusal = refusal or {'conflict', stream}
    end
  end
  for index = 1, count do
    local id, data = ARGV[at + 2 * (index - 1)], ARGV[at + 2 * (index - 1) + 1]
    local place = places[index] or head.own[id]
    if not place then
      head.last = head.last + 1
      head.time = math.max(head.time, time)
      local seq, when = digits(head.last), digits(head.time)
      place = {seq, when, '1'}
      head.own[id] = {seq, when, '0'}
      added[#added + 1] = {stream, seq, id, when, data}
    end
    for part = 1, 3 do answer[#answer + 1] = place[part] end
  end
  at = at + 2 * count
  if final then head.final = true end
  if fresh or final then order[#order + 1] = stream end
end
if refusal and not (isDone and #added == 0) then return refusal end
for _, stream in ipairs(order) do
  local head = heads[stream]
  redis.call('HSET', prefix .. 'h:' .. stream, 'last', digits(head.last), 'time', digits(head.time), 'final', head.final and '1' or '0')
  redis.call('ZADD', prefix .. 'names', 0, stream)
end
if #added > 0 then
  local count = redis.call('INCRBY', prefix .. 'count', #added) - #added
  local news = {digits(count)}
  for index, record in ipairs(added) do
    local stream, seq, id, when, data = record[1], record[2], record[3], record[4], record[5]
    local n = digits(count + index)
    redis.call('XADD', prefix .. 's:' .. stream, seq .. '-0', 'n', n, 'i', id, 't', when, 'd', data)
    redis.call('HSET', prefix .. 'i:' .. stream, id, seq .. ' ' .. when .. ' ' .. token)
    redis.call('ZADD', prefix .. 'ends', n, stream)
    for part = 1, 5 do news[#news + 1] = record[part] end
  end
  redis.call('PUBLISH', prefix .. 'news', cjson.encode(news))
end
return answer
`);

// ARGV: prefix, stream, seq, snapshot, '1' when the records up to the snapshot before this one may go.
export const keepScript = redisScript(`${preamble}
local stream = ARGV[2]
local head = prefix .. 'h:' .. stream
local before = tonumber(redis.call('HGET', head, 'kept') or '0')
if tonumber(ARGV[3]) < before then return 0 end
redis.call('HSET', head, 'kept', ARGV[3], 'snapshot', ARGV[4])
redis.call('ZADD', prefix .. 'names', 0, stream)
if ARGV[5] ~= '1' or before == 0 then return 0 end
for _, entry in ipairs(redis.call('XRANGE', prefix .. 's:' .. stream, '-', digits(before))) do
  redis.call('HDEL', prefix .. 'i:' .. stream, entry[2][4])
end
redis.call('XTRIM', prefix .. 's:' .. stream, 'MINID', digits(before + 1))
return 0
`);

// ARGV: prefix, stream.
export const forgetScript = redisScript(`${preamble}
local stream = ARGV[2]
redis.call('UNLINK', prefix .. 's:' .. stream, prefix .. 'i:' .. stream, prefix .. 'h:' .. stream)
redis.call('ZREM', prefix .. 'names', stream)
redis.call('ZREM', prefix .. 'ends', stream)
return 0
`);

// ARGV: prefix, key, '1' when a value is expected, it, '1' when there is a next one, it, how long it is kept or '', token.
// The token is kept behind the value: whoever asks again after a lost answer is told what became of it.
export const swapScript = redisScript(`${preamble}
local key = prefix .. 'v:' .. ARGV[2]
local kept = redis.call('HMGET', key, 'value', 'token')
if ARGV[5] == '1' and kept[2] == ARGV[8] then return 1 end
if ARGV[3] == '1' and kept[1] ~= ARGV[4] then return 0 end
if ARGV[3] ~= '1' and kept[1] then return 0 end
if ARGV[5] ~= '1' then
  redis.call('DEL', key)
  return 1
end
redis.call('HSET', key, 'value', ARGV[6], 'token', ARGV[8])
if ARGV[7] == '' then redis.call('PERSIST', key) else redis.call('PEXPIRE', key, ARGV[7]) end
return 1
`);

// ARGV: prefix, node, how long it lives.
export const beatScript = redisScript(`${preamble}
redis.call('ZADD', prefix .. 'beats', digits(now() + tonumber(ARGV[3])), ARGV[2])
redis.call('ZREMRANGEBYSCORE', prefix .. 'beats', '-inf', digits(now()))
return 0
`);

// ARGV: prefix.
export const aliveScript = redisScript(`${preamble}
return redis.call('ZRANGEBYSCORE', prefix .. 'beats', '(' .. digits(now()), '+inf')
`);
