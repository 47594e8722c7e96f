-- Pages in random order, compressed, in the connection mode named first: keep or close.
local requests = {}

function init(args)
  local close = args[1] == "close"
  local pages = tonumber(args[2])
  for i = 0, pages - 1 do
    local headers = { ["Accept-Encoding"] = "gzip" }
    if close then
      headers["Connection"] = "close"
    end
    requests[i] = wrk.format("GET", "/" .. i .. ".html", headers)
  end
  math.randomseed(os.time())
end

function request()
  return requests[math.random(0, #requests)]
end

function done(summary, latency, _)
  local bad = summary.errors.connect + summary.errors.read + summary.errors.write
    + summary.errors.status + summary.errors.timeout
  io.write(string.format("RESULT %.0f %d %d %.3f\n",
    summary.requests / (summary.duration / 1e6), summary.requests, bad,
    latency:percentile(99) / 1000))
end
