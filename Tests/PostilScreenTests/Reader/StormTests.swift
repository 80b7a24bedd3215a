import PostilCore
import Testing

@testable import PostilScreen

/// Keys without sense on posts of every shape, at every size: nothing traps, every row is whole.
@Suite struct StormTests {
  /// What is pressed: more often what moves, opens, folds, follows and comes back.
  private static let keys =
    "j k j k J K g%g G } { ]%c [%c <Tab> S-<Tab> <Space> b <Enter> q C-o > z%a z%o z%r z%m z%t z%z z%b "
    + "g%f g%b g%n g%l g%p L C-d C-u C-f C-b C-e C-y v V w e h l t%o t%s t%p t%x T f O # u U a A "
    + "<Enter> <Esc> <Esc> . y * x m%a '%a '%' B ? : / n N F s + r R o ]%s [%s S i 3 9 < >"
  private static let letters = Array("asdf [[]](1)[2]é文🚀 \n")

  @Test(arguments: 1...12) func `no sequence of keys breaks a page of threads`(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    var stage = try Stage(Self.desk(&dice))
    let keys = Self.keys.split(separator: " ").map { String($0.replacing("%", with: " ")) }
    var pressed: [String] = []
    for _ in 0..<160 {
      switch dice.roll(0...19) {
      case 0: stage.resize(dice.roll(1...140), dice.roll(1...40))
      case 1: try replace(&stage, &dice)
      case 2: stage.type(String(Self.letters[dice.roll(0...Self.letters.count - 1)]))
      default:
        let key = keys[dice.roll(0...keys.count - 1)]
        pressed.append(key)
        try stage.press(key)
      }
      let canvas = stage.canvas
      for row in 0..<stage.state.size.rows {
        #expect(wholeness(of: canvas, row: row) == nil, "\(seed): \(pressed)")
      }
      _ = stage.state.plainRoom + stage.state.plainQuestion
      if stage.state.isFinished { stage = try Stage(stage.desk) }
    }
  }

  /// Another program changes the posts, and what is shown is read anew.
  private func replace(_ stage: inout Stage, _ dice: inout Dice) throws {
    let index = dice.roll(0...stage.desk.posts.count - 1)
    switch dice.roll(0...3) {
    case 0 where stage.desk.posts.count > 3: stage.desk.posts.remove(at: index)
    case 1: stage.desk.posts[index].text = naughty(&dice)
    case 2: stage.desk.posts[index].quotes = stage.desk.posts.last?.id
    default: stage.desk.posts.append(Self.post(900 + dice.roll(0...99), &dice))
    }
    stage.settle(update(&stage.state, .stale))
  }

  /// Threads, quotes of oneself and in a ring, answers to nothing, claims on words that are gone.
  private static func desk(_ dice: inout Dice) -> Desk {
    let posts = (0..<dice.roll(1...30)).map { post($0, &dice) }
    let claims = (0..<dice.roll(0...12)).map { number in
      var claim = Claim(id: "c-261123-0000\(number)")
      let post = posts[dice.roll(0...posts.count - 1)]
      claim.post = post.id
      let start = dice.roll(0...20)
      claim.spans = dice.roll(0...4) == 0 ? [] : [start..<start + dice.roll(1...30)]
      claim.notes = dice.roll(0...1) == 0 ? "" : "See [[slots]] and [[\(post.id)]]."
      claim.same = dice.roll(0...3) == 0 ? "c-261123-0000\(dice.roll(0...12))" : nil
      return claim
    }
    var desk = Desk(posts: posts, claims: claims)
    desk.folds = true
    desk.notes = [Note(id: "slots"), Note(id: "open-questions")]
    return desk
  }

  private static func post(_ number: Int, _ dice: inout Dice) -> Post {
    let sources = "Cited (1) and [1, 2].\n\n(1) https://example.com/1\n[2] a book"
    let texts = ["", "The same words.", sources, naughty(&dice), "One. Two!\n\nThree (2)?"]
    var post = Cast.post(
      "x-\(number)", "@someone", "2026-11-15T08:00:00Z", texts[dice.roll(0...4)],
      thread: dice.roll(0...2) == 0 ? nil : "x-\(dice.roll(0...2))")
    func other() -> String? { dice.roll(0...1) == 0 ? nil : "x-\(dice.roll(0...32))" }
    post.quotes = other()
    post.replyTo = other()
    post.repostOf = other()
    return post
  }
}
