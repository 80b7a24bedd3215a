import ArgumentParser

/// How a command that lists rows writes them.
struct RowOptions: ParsableArguments {
  @Option(help: "At most this many.")
  var limit: Int?

  @Flag(help: "One JSON object a line, with all that is known of it.")
  var json = false

  @Flag(help: "Only the ids.")
  var ids = false

  @Flag(name: .customShort("0"), help: "End each with NUL instead of a line break.")
  var null = false

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is a number from 1") }
    if json, ids { throw ValidationError("--json and --ids exclude each other") }
  }
}
