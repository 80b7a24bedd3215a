import PostilCore
import Testing

@testable import PostilScreen

@Suite struct Base16Tests {
  private static let slots = [
    "181818", "282828", "383838", "585858", "b8b8b8", "d8d8d8", "e8e8e8", "f8f8f8",
    "ab4642", "dc9656", "f7ca88", "a1b56c", "86c1b9", "7cafc2", "ba8baf", "a16946",
  ]

  private static func lines(indent: String = "", hash: String = "") -> String {
    slots.enumerated().map { number, value in
      "\(indent)base0\(String(number, radix: 16, uppercase: true)): \"\(hash)\(value)\"\n"
    }.joined()
  }

  private static let old = "scheme: \"Evening\"\nauthor: \"Somebody\"\n" + lines()
  private static let new =
    "system: base16\nname: Evening\nauthor: Somebody\nvariant: dark\npalette:\n"
    + lines(indent: "  ", hash: "#")

  @Test(arguments: [old, new])
  func `both shapes of a scheme are a theme`(text: String) {
    let (theme, problems) = Theme.read(text, file: "evening.yaml")
    #expect(problems == [])
    #expect(theme.name == "Evening")
    #expect(theme.variant == .dark)
    let text = theme.style(for: Look(.text), depth: .direct)
    #expect(text == Style(foreground: .direct(0xD8D8D8), background: .direct(0x181818)))
    #expect(
      theme.style(for: Look(.claimSupported), depth: .direct).foreground == .direct(0xA1B56C))
    #expect(theme.style(for: Look(.claimRefuted), depth: .indexed).foreground == .indexed(131))
    #expect(theme.style(for: Look(.claimSupported), depth: .sixteen).foreground == .indexed(2))
  }

  @Test func `what is too faint in a scheme gives way to what can be read`() {
    let theme = Theme.read(Self.old, file: "evening.yaml").theme
    #expect(theme.style(for: Look(.dim), depth: .direct).foreground == .direct(0xB8B8B8))
    #expect(!ThemeCheck(theme).failures.contains { $0.hasPrefix("text") || $0.hasPrefix("dim") })
  }

  @Test func `a light scheme is told by its background`() {
    let text = Self.old.replacing("181818", with: "f8f8f8").replacing("d8d8d8", with: "383838")
    #expect(Theme.read(text, file: "day.yaml").theme.variant == .light)
  }

  @Test func `a wrong colour and a wrong name are named with their places`() {
    let text = Self.old.replacing("\"ab4642\"", with: "red") + "base99: \"000000\"\n"
    let problems = Theme.read(text, file: "evening.yaml").problems
    #expect(
      problems.map(\.description).sorted() == [
        "evening.yaml:11:9: “red” is no colour",
        "evening.yaml:19:1: the scheme has no “base99”",
      ])
  }

  @Test func `a theme without a name is called as its file is`() {
    let text = Self.old.replacing("scheme: \"Evening\"\n", with: "")
    #expect(Theme.read(text, file: "/home/me/themes/dusk.yaml").theme.name == "dusk")
  }
}
