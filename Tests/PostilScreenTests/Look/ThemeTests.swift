import Foundation
import PostilCore
import Testing

@testable import PostilScreen

@Suite struct ThemeTests {
  @Test(arguments: Theme.builtInNames)
  func `a built-in theme defines every role and every state, without a problem`(
    name: String
  ) throws {
    let source = try #require(ThemeSource.builtIn(name))
    for role in Role.allCases { #expect(source.roles[role.rawValue] != nil, "\(role)") }
    for (_, state) in Overlay.named { #expect(source.states[state] != nil, "\(state)") }
    #expect(source.name.lowercased() == name)
    let used = (Array(source.roles.values) + Array(source.states.values)).flatMap {
      [$0.foreground, $0.background].compactMap(\.self)
    }
    #expect(Set(used) == Set(source.palette.keys), "every colour is used")
  }

  @Test(arguments: Theme.builtInNames)
  func `the file of a theme is the theme in the program`(name: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Themes/\(name).yaml")
    let (theme, problems) = Theme.read(
      try String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
    #expect(problems == [])
    #expect(theme == Theme.builtIn(name))
  }

  @Test(arguments: Theme.builtInNames)
  func `without colours every status differs by its attributes`(name: String) throws {
    let theme = try #require(Theme.builtIn(name))
    let plain = theme.style(for: Look(.text), depth: .mono)
    #expect(plain == Style())
    let styles = [
      Role.claimOpen, .claimSupported, .claimRefuted, .claimMixed, .claimVoid, .claimForecast,
    ]
    .map { theme.style(for: Look($0), depth: .mono) }
    #expect(Set(styles + [plain]).count == 7)
    #expect(styles.allSatisfy { $0.foreground == .own && $0.background == .own })
  }

  @Test(arguments: Theme.builtInNames, Depth.allCases)
  func `what lies over a role is seen at every depth`(name: String, depth: Depth) throws {
    let theme = try #require(Theme.builtIn(name))
    for role in [Role.text, .dim, .claimOpen, .author] {
      let styles = [Overlay(), .cursor, .marked, .match].map {
        theme.style(for: Look(role, $0), depth: depth)
      }
      #expect(Set(styles).count == 4, "\(role)")
      #expect(theme.style(for: Look(role, .span), depth: depth) != styles[0])
    }
  }

  @Test(arguments: Theme.builtInNames)
  func `tints need true colour`(name: String) throws {
    let theme = try #require(Theme.builtIn(name))
    for role in Role.allCases where role.rawValue.hasPrefix("claim") {
      for depth in [Depth.indexed, .sixteen, .mono] {
        let paper = theme.style(for: Look(.text), depth: depth).background
        #expect(theme.style(for: Look(role), depth: depth).background == paper)
      }
    }
  }

  @Test(arguments: Theme.builtInNames)
  func `each depth only gets colours that it has`(name: String) throws {
    let theme = try #require(Theme.builtIn(name))
    for look in allLooks {
      for depth in Depth.allCases {
        let style = theme.style(for: look, depth: depth)
        for color in [style.foreground, style.background] {
          switch (depth, color) {
          case (_, .own), (.sixteen, .indexed(..<16)), (.direct, .direct), (.indexed, .indexed):
            break
          case (.direct, .indexed(..<8)): break
          default: Issue.record("\(look) at \(depth): \(color)")
          }
        }
      }
    }
  }

  @Test func `a role takes what it does not say from its parents, then from text`() {
    let theme = read(
      """
      palette: {a: ["#000001", 17, red], b: ["#000002", 18, "-"], c: ["#000003", "-", "-"]}
      roles:
        text: {fg: a, bg: b}
        claim: {attributes: [underline], mono: [bold]}
        claim.open: {fg: c, bg: c}
        claim.void: {attributes: [dim]}
      """)
    #expect(
      theme.style(for: Look(.claimOpen), depth: .direct)
        == Style(foreground: .direct(3), background: .direct(3), attributes: [.underline]))
    #expect(
      theme.style(for: Look(.claimMixed), depth: .direct)
        == Style(foreground: .direct(1), background: .direct(2), attributes: [.underline]))
    #expect(theme.style(for: Look(.claimOpen), depth: .indexed).background == .indexed(18))
    #expect(theme.style(for: Look(.claimMixed), depth: .mono) == Style(attributes: [.bold]))
    #expect(theme.style(for: Look(.claimVoid), depth: .mono) == Style(attributes: [.dim]))
    #expect(theme.style(for: Look(.star), depth: .sixteen) == Style(foreground: .indexed(1)))
  }

  @Test func `states are laid over roles in order`() {
    let theme = read(
      """
      palette: {a: ["#000001", 17, red], b: ["#000002", "-", "-"]}
      roles:
        text: {fg: a, attributes: [bold]}
      states:
        selected: {bg: b, mono: [reverse]}
        span: {attributes: ["!bold", underline]}
      """)
    #expect(
      theme.style(for: Look(.text, .cursor), depth: .direct)
        == Style(foreground: .direct(1), background: .direct(2), attributes: [.bold]))
    #expect(
      theme.style(for: Look(.text, [.cursor, .span]), depth: .direct)
        == Style(foreground: .direct(1), background: .direct(2), attributes: [.underline]))
    #expect(
      theme.style(for: Look(.text, .cursor), depth: .indexed)
        == Style(foreground: .indexed(17), attributes: [.bold, .reverse]),
      "a background that cannot be shown")
    #expect(theme.style(for: Look(.text, .marked), depth: .mono) == Style(attributes: [.bold]))
  }

  @Test func `a theme may begin as another one`() {
    let theme = read(
      """
      name: Mine
      inherits: paper
      palette: {amber: ["#704000", 58, red]}
      """)
    #expect(theme.name == "Mine")
    #expect(theme.variant == .light)
    #expect(theme.style(for: Look(.star), depth: .direct).foreground == .direct(0x704000))
    #expect(
      theme.style(for: Look(.date), depth: .indexed)
        == Theme.builtIn("paper")?.style(for: Look(.date), depth: .indexed))
  }

  @Test func `a file that cannot be read gives the theme the program starts with`() {
    for text in ["", "# nothing", "name: 'x"] {
      #expect(Theme.read(text, file: "mine").theme == .ink)
    }
  }

  @Test(arguments: [
    ("palete: {}", "1:1: the theme has no “palete”", "Did you mean “palette”?"),
    ("variant: drak", "1:10: “drak” is no variant", "Did you mean “dark”?"),
    ("inherits: inc", "1:11: “inc” is no built-in theme", "Did you mean “ink”?"),
    ("roles:\n  clam: {}", "2:3: there is no role “clam”", "Did you mean “claim”?"),
    ("states:\n  curser: {}", "2:3: there is no state “curser”", "Did you mean “cursor”?"),
    ("roles:\n  text: {fb: x}", "2:10: a role or state has no “fb”", "Did you mean “fg”?"),
    (
      "palette: {green: green}\nroles:\n  text: {fg: gren}",
      "3:14: the palette has no colour “gren”", "Did you mean “green”?"
    ),
    (
      "roles:\n  text: {attributes: [bolt]}", "2:23: there is no attribute “bolt”",
      "Did you mean “bold”?"
    ),
    (
      "palette:\n  a: [\"#12345\", 17, red]", "2:7: “#12345” is no colour here",
      "Write \"#rrggbb\" or \"-\"."
    ),
    (
      "palette:\n  a: [\"-\", 7, red]", "2:12: “7” is no colour here",
      "Write a number from 16 to 255 or \"-\"."
    ),
    (
      "palette:\n  a: [\"-\", 17]",
      "2:6: a colour has three values: true colour, 256 colours, 16 colours",
      "Themes/ink.yaml shows the shape."
    ),
    ("name: A\nname: B", "2:1: “name” stands here twice", "Themes/ink.yaml shows the shape."),
    (
      "[1]", "1:1: the theme: names with values are wanted here", "Themes/ink.yaml shows the shape."
    ),
    (
      "name: \"x", "1:9: this is not YAML: found unexpected end of stream",
      "Put what has special characters in double quotes."
    ),
  ])
  func `what is wrong is named with its place and a hint`(
    text: String, message: String, hint: String
  ) {
    let problems = Theme.read(text, file: "mine").problems
    #expect(problems.map(\.description) == ["mine:" + message])
    #expect(problems.map(\.hint) == [hint])
  }

  @Test(arguments: Array(0..<100))
  func `no file makes it stumble`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let parts = [
      "palette", "roles", "states", "text", "fg", ": ", "{", "}", "[", "]", ", ", "\n", "\n  ", "a",
      "\"#123456\"", "17", "-", "\"", "*a", "&a ", "!t ", "claim.open", "é", "\u{0}",
      "inherits: ink",
    ]
    let text = (0..<dice.roll(0...40)).map { _ in parts[dice.roll(0...parts.count - 1)] }.joined()
    _ = Theme.read(text, file: "mine").theme.style(for: Look(.text), depth: .direct)
  }

  private var allLooks: [Look] {
    Role.allCases.flatMap { role in (0..<16).map { Look(role, Overlay(rawValue: $0)) } }
  }

  private func read(_ text: String) -> Theme {
    let (theme, problems) = Theme.read(text, file: "test")
    #expect(problems == [])
    return theme
  }
}
