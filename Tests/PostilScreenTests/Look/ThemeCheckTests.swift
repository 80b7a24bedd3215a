import Testing

@testable import PostilScreen

@Suite struct ThemeCheckTests {
  @Test(arguments: Theme.builtInNames)
  func `every theme that is shipped passes its own check`(name: String) throws {
    let theme = try #require(Theme.builtIn(name))
    #expect(ThemeCheck(theme).failures == [])
  }

  @Test(arguments: Theme.builtInNames)
  func `with colours of its own a theme has nothing faint`(name: String) throws {
    let theme = try #require(Theme.builtIn(name))
    for row in ThemeCheck(theme).rows where row.depth != .sixteen {
      guard let contrast = row.contrast else {
        #expect(["mono", "term16"].contains(name), "\(row.role) depends on the terminal")
        continue
      }
      #expect(contrast >= 4.5, "\(row.role), \(row.depth)")
    }
  }

  @Test func `contrast is a contrast of 7, and cvd differs at a glance to every eye`() throws {
    let contrast = try #require(Theme.builtIn("contrast"))
    for row in ThemeCheck(contrast).rows where row.depth != .sixteen {
      #expect(row.contrast ?? 0 >= 7, "\(row.role), \(row.depth)")
    }
    let cvd = try #require(Theme.builtIn("cvd"))
    #expect(ThemeCheck(cvd, distance: 0.05).likenesses.filter { $0.depth != .sixteen } == [])
  }

  @Test func `contrast is what WCAG says it is`() {
    #expect(Shade(0xFFFFFF).contrast(with: Shade(0x000000)) == 21)
    #expect(Shade(0x777777).contrast(with: Shade(0xFFFFFF)).short == "4.47")
    #expect(Shade(0x6FC48A).value == 0x6FC48A)
  }

  @Test func `red and green are one colour without the cones for one of them`() {
    let (red, green) = (Shade(0xC04040), Shade(0x6A8A30))
    #expect(red.distance(to: green) > 0.15)
    #expect(
      Eyesight.deuteranopia.sees(red).distance(to: Eyesight.deuteranopia.sees(green))
        < red.distance(to: green) / 2)
  }

  @Test func `what cannot be read, told apart or seen is named`() {
    let text = """
      palette:
        paper: ["#101010", 16, black]
        faint: ["#303030", 236, black]
        red:   ["#ff4040", 203, red]
      roles:
        text: {fg: red, bg: paper}
        dim: {fg: faint}
        claim: {fg: red}
      states:
        selected: {bg: faint}
      """
    let failures = ThemeCheck(Theme.read(text, file: "bad").theme).failures
    #expect(failures.contains { $0.hasPrefix("dim (cursor) at true colour: contrast 1,") })
    #expect(
      failures.contains(
        "claim.open and claim.void at 256 colours: alike for everyone, distance 0, needs 0.02"))
    #expect(failures.contains("claim.open at no colours: marked cannot be seen"))
  }
}
