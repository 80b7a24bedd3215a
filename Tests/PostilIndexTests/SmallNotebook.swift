/// Seven posts of invented people, with everything that can hang on them.
func smallNotebook() throws -> Shelf {
  let shelf = try Shelf()
  try shelf.post(
    "x-1", "Ohmstead energised 150MW. $OHMS take or pay, naïve math 🚀", "author: \"@Ada_Ohm\"",
    "name: Ada of Ohm", "posted: 2025-10-01T08:00:00Z", "key: native:77")
  try shelf.post("x-1~2", "Ohmstead energised 160MW.", "author: \"@Ada_Ohm\"", "posted: 2025-10-01")
  try shelf.post(
    "x-2", "An answer about turbines.", "author: \"@bob\"", "posted: 2025-10-02T08:00:00Z",
    "reply-to: \"[[x-1]]\"")
  try shelf.post(
    "x-3", "電力需要が急増している $KILO", "author: \"@Ada_Ohm\"", "posted: 2025-10-31",
    "quotes: \"[[x-1]]\"")
  try shelf.post("x-4", "Pay the bill or take it back.", "posted: 2025-11-02T23:59:59Z")
  try shelf.post("x-5", "Nobody knows when.", "author: Élise", "repost-of: \"[[x-2]]\"")
  try shelf.post(
    "x-6", "The same thread.", "author: \"@bob\"", "posted: 2025-10-03", "thread: \"[[x-1]]\"")
  try shelf.write("posts/2025/11/x-7.md", "---\nkind: [post\n---\n\nbroken but kept\n")

  try shelf.claim(
    "c-1", on: "x-1", "take or pay", "type: forecast", "status: open", "due: 2025-11-20",
    "at: 32-43",
    "tags:\n  - contract")
  try shelf.claim(
    "c-2", on: "x-1", "energised 150MW", "status: open", "due: 2025-11-08", "at: 9-24",
    "confidence: 80", body: "\n## Notes\n\nSee the substation, and [[plan]].\n")
  try shelf.claim(
    "c-3", on: "x-3", "需要", "status: open", "due: 2025-11-02", "tags:\n  - power/btm", "at: 2-4")
  try shelf.claim("c-4", on: "x-2", "turbines", "title: Turbines come", "status: supported")
  try shelf.claim(
    "c-5", on: "x-6", "same", "same: \"[[c-4]]\"", "at: 4-8",
    body: "\n## Evidence\n\n- supports [[x-2]] strong: says so\n")
  try shelf.margin("x-2", "Compare [[x-1]] with the ledger.", tags: "old-power", "starred")
  try shelf.margin("x-4", "", tags: "starred")
  try shelf.write("notes/plan.md", "---\ntitle: Plan\n---\n\nRead [[x-1|the first]] and [[c-1]].\n")
  try shelf.write(
    "tags/power.md", "---\nkind: tag\nkey: p\naliases:\n  - old-power\n---\n\nWatts, not hopes.\n")
  try shelf.write(
    "reading.log",
    "2025-11-01T00:00:00Z x-1 read\n2025-11-01T00:00:01Z x-2 read\n"
      + "2025-11-01T00:00:02Z x-2 unread\n")
  return shelf
}
