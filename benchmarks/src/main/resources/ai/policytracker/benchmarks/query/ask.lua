-- Arguments: file of addresses, whether each request has a known time of its own, an entity tag or "".
local addresses = {}
local each_once
local headers = {}

function init(arguments)
  for line in io.lines(arguments[1]) do
    addresses[#addresses + 1] = line
  end
  each_once = arguments[2] == "true"
  if arguments[3] and arguments[3] ~= "" then
    headers["If-None-Match"] = arguments[3]
  end
  math.randomseed(1)
end

function request()
  local address = addresses[math.random(#addresses)]
  if each_once then
    address = address .. string.format("&knownAt=2026-%02d-%02dT%02d:%02d:%02d.%06dZ",
      math.random(1, 10), math.random(1, 28), math.random(0, 23), math.random(0, 59),
      math.random(0, 59), math.random(0, 999999))
  end
  return wrk.format("GET", address, headers)
end
