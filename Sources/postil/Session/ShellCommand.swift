import Foundation
import PostilCore
import PostilScreen

/// A command of the shell that reads what a person gives it.
struct ShellCommand {
  private let pipe: PipeInput
  private let environment: [String: String]

  /// What a command may write; the rest is not read.
  static let limit = 4 << 20

  /// A command for words, posts or claims, with variables that tell which.
  init(_ pipe: PipeInput, _ workbench: Workbench) {
    self.pipe = pipe
    var own = [
      "POSTIL_NOTEBOOK": workbench.notebook.root, "POSTIL_FORMAT": pipe.form.rawValue,
      "POSTIL_POST": pipe.posts.first ?? "", "POSTIL_POSTS": pipe.posts.joined(separator: " "),
      "POSTIL_CLAIM": pipe.claims.first ?? "", "POSTIL_CLAIMS": pipe.claims.joined(separator: " "),
    ]
    if let id = pipe.posts.first, let path = try? workbench.catalog.path(of: id) {
      own["POSTIL_FILE"] = workbench.notebook.root + "/" + path
      let post = try? workbench.notebook.dossier(of: id, in: workbench.catalog).post
      own["POSTIL_URL"] = post?.url
      own["POSTIL_AUTHOR"] = post?.author ?? post?.name
    }
    environment = ProcessInfo.processInfo.environment.merging(own) { $1 }
  }

  /// Runs it with the whole terminal, which has been lent; answers a problem when it failed.
  func runOnTerminal(_ input: String) throws(Problem) -> Event? {
    try Self.withFile(input) { file throws(Problem) in
      // What it reads is on standard input; keys it takes from the terminal itself.
      let code = try Child(
        ["/bin/sh", "-c", "exec <\"$1\"; " + pipe.script, "postil", file],
        environment: environment
      ).wait()
      return code == 0 ? nil : .failed(Problem("“\(pipe.command)” ended with \(code)"))
    }
  }

  /// Runs it beside the screen and collects what it writes.
  func run(_ input: String, isStopped: () -> Bool) throws(Problem) -> CommandOutput {
    // Nobody sees colours, and a pager would wait for keys that never come.
    let plain = ["TERM": "dumb", "NO_COLOR": "1", "PAGER": "cat", "GIT_PAGER": "cat"]
    var output = try Self.run(
      pipe.script, input: input, environment: environment.merging(plain) { $1 },
      isStopped: isStopped)
    output.command = pipe.command
    return output
  }

  /// Runs a script with a text on its standard input; ends it and all that it started when stopped.
  static func run(
    _ script: String, input: String, environment: [String: String]?, isStopped: () -> Bool
  ) throws(Problem) -> CommandOutput {
    var ends: [Int32] = [-1, -1]
    guard openPipe(&ends) else { throw Problem("no pipe is to be had") }
    defer { close(ends[0]) }
    let child: Child
    let folder = try temporaryFile(input)
    defer { unlink(folder) }
    do throws(Problem) {
      child = try Child(
        ["/bin/sh", "-c", script], streams: .piped(input: folder, output: ends[1]),
        environment: environment)
    } catch {
      close(ends[1])
      throw error
    }
    close(ends[1])
    let (bytes, isWhole) = collect(ends[0], isStopped: isStopped)
    if !isWhole { kill(-child.id, SIGKILL) }
    let code = child.wait()
    if !isWhole, isStopped() { throw Problem("the command was stopped") }
    return CommandOutput(
      command: script, code: isWhole ? code : 0, text: String(decoding: bytes, as: UTF8.self),
      isCut: !isWhole)
  }

  /// Reads to the end; not further than the limit, nor after the stop.
  private static func collect(_ descriptor: Int32, isStopped: () -> Bool) -> ([UInt8], Bool) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      if isStopped() { return (bytes, false) }
      var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&state, 1, 50) > 0 else { continue }
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return (bytes, true) }
      if count < 0, errno != EINTR { return (bytes, true) }
      bytes += buffer.prefix(max(0, count))
    }
    return (bytes, false)
  }

  private static func withFile<Result>(
    _ text: String, _ body: (String) throws(Problem) -> Result
  ) throws(Problem) -> Result {
    let file = try temporaryFile(text)
    defer { unlink(file) }
    return try body(file)
  }

  /// A file that only this person can read.
  private static func temporaryFile(_ text: String) throws(Problem) -> String {
    let path = FileManager.default.temporaryDirectory.path + "/postil-\(UUID().uuidString)"
    let isMade = FileManager.default.createFile(
      atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    guard isMade else { throw Problem("a text for a command cannot be written", at: .init(path)) }
    return path
  }
}

/// A pipe that no other child inherits.
private func openPipe(_ ends: inout [Int32]) -> Bool {
  guard pipe(&ends) == 0 else { return false }
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  return true
}
