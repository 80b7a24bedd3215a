import Foundation
import PostilCore
import Testing

@testable import PostilScreen
@testable import postil

/// Plays a researcher who knows what to tag, and writes down the keys: with `POSTIL_RECORD=1`, when
/// labels have come to stand elsewhere.
///
/// They read from top to bottom, and tag what is in view: first what the verb in hand fits.
struct Composer {
  private let sitting: Sitting
  private var lines: [String] = []
  private var keys: [String] = []
  private var verb: String?
  private var last: String?

  init(_ box: Sandbox) throws {
    let workbench = try Workbench(notebook: box.notebook.path, environment: box.environment)
    try workbench.refresh()
    sitting = Sitting(
      workbench, settings: Settings(folder: box.folder.path), startFolder: box.folder.path,
      size: Size(rows: 24, columns: 80))
    sitting.begin()
  }

  /// The whole session, as it is kept.
  mutating func compose(_ wanted: [SixtyClaims.Line]) throws -> String {
    try press("<Enter> M M")
    for (index, name) in ThirtyPosts.names.enumerated() {
      try tag(wanted.filter { $0.post == name })
      if index + 1 < ThirtyPosts.names.count { try press("J") }
      lines.append(keys.joined(separator: " ") + "  # " + name)
      keys = []
    }
    sitting.finish()
    let head = [
      "# Thirty posts, sixty claims: read through with the margin hidden and a verb in hand.",
      "size 80x24",
    ]
    return (head + lines).joined(separator: "\n") + "\n"
  }

  private mutating func tag(_ wanted: [SixtyClaims.Line]) throws {
    var left = wanted
    if verb == nil, let first = left.first { try press("T " + take(Self.letter(first))) }
    for _ in 0..<100 where !left.isEmpty {
      let visible = left.filter { label(of: $0) != nil }
      guard let next = visible.first(where: { Self.letter($0) == verb }) ?? visible.first else {
        try press("<Space>")
        continue
      }
      let letter = Self.letter(next)
      if verb != letter { try press(take(letter)) }
      let isSelected = sitting.state.reader?.selection.range == next.start..<next.end
      try press(isSelected && last == letter ? "." : label(of: next) ?? ".")
      last = letter
      left.removeAll { $0 == next }
    }
    #expect(left.isEmpty)
  }

  private mutating func take(_ letter: String) -> String {
    verb = letter
    return letter
  }

  private mutating func press(_ names: String) throws {
    for key in try #require([Key](named: names)) {
      sitting.take(.key(key))
      keys.append(key.name)
    }
  }

  private func label(of claim: SixtyClaims.Line) -> String? {
    sitting.state.labels.first {
      guard case .sentence(_, let range) = $0.target else { return false }
      return range == claim.start..<claim.end
    }.map { String($0.letter) }
  }

  private static func letter(_ claim: SixtyClaims.Line) -> String {
    claim.status == "forecast" ? "p" : String(claim.status.prefix(1))
  }
}
