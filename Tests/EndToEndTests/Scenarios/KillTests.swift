import Foundation
import PostilCore
import Testing

@testable import postil

/// What the screen has confirmed is on the disk, whenever the program dies.
@Suite(.enabled(if: Tmux.isInstalled, "tmux is not installed"), .timeLimit(.minutes(10)))
struct KillTests {
  private static let sentences = 100
  private static let kills = 6

  @Test func `SIGKILL at any moment costs nothing that was confirmed`() async throws {
    let box = try Sandbox()
    let text = (0..<Self.sentences).map { "Claim \($0) is here." }.joined(separator: " ")
    #expect(try box.run("import", "-", "--split", "none", input: text).status == 0)

    var dice = Dice(seed: 20_261_123)
    var deaths = Set<Int>()
    while deaths.count < Self.kills { deaths.insert(dice.roll(2 * Self.sentences)) }
    var confirmed: [(sentence: Int, note: Bool)] = []
    var screen = try await open(box)
    for action in 0..<2 * Self.sentences {
      let (sentence, isNote) = (action / 2, action % 2 == 1)
      // A note needs its claim, which a kill may have cost.
      if isNote, confirmed.last?.sentence != sentence { continue }
      try select(sentence, on: screen)
      if isNote {
        try screen.press("a")
        try screen.type("note \(sentence)")
        try screen.press("Escape")
      } else {
        try screen.press("t", ["s", "r", "o", "m"][sentence % 4])
      }
      guard !deaths.contains(action) else {
        try await Task.sleep(for: .milliseconds(dice.roll(60)))
        try await kill(screen)
        try expect(confirmed, in: box)
        screen = try await open(box)
        continue
      }
      let said = (isNote ? "noted on" : "tagged") + " «Claim \(sentence) is here.»"
      try await screen.wait(for: said)
      confirmed.append((sentence, isNote))
    }
    try await kill(screen)
    try expect(confirmed, in: box)
    #expect(confirmed.count >= 2 * Self.sentences - 2 * Self.kills)
  }

  private func open(_ box: Sandbox) async throws -> Tmux {
    let screen = try box.screen(rows: 24, columns: 120)
    try await screen.wait(for: "Claim 0 is here.")
    try screen.press("Enter")
    try await screen.wait(for: "sentence ")
    return screen
  }

  private func kill(_ screen: Tmux) async throws {
    try screen.send(signal: SIGKILL)
    try await screen.wait(for: "left with 137")
  }

  private func select(_ sentence: Int, on screen: Tmux) throws {
    try screen.press("/")
    try screen.type("\"Claim \(sentence) is\"")
    try screen.press("Enter")
  }

  private func expect(_ confirmed: [(sentence: Int, note: Bool)], in box: Sandbox) throws {
    let check = try box.run("check")
    #expect(check.status == 0, "\(check)")
    let claims = try box.claims()
    #expect(Set(claims.map(\.quotes)).count == claims.count)
    for (sentence, isNote) in confirmed {
      let claim = try #require(claims.first { $0.quotes == ["Claim \(sentence) is here."] })
      let status: [Status] = [.supported, .refuted, .open, .mixed]
      #expect(claim.status == status[sentence % 4])
      if isNote { #expect(claim.notes == "note \(sentence)") }
    }
  }
}

/// The same numbers at every run (SplitMix64).
private struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 up to `sides`, without it.
  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
  }
}
