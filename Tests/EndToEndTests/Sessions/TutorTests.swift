import Foundation
import PostilCore
import Testing

@testable import PostilScreen
@testable import postil

/// The lessons are played as they tell, and do what they tell.
@Suite(.timeLimit(.minutes(10))) struct TutorTests {
  @Test func `the keys of the lessons do what the lessons say`() throws {
    let tutor = try TutorNotebook()
    defer { tutor.remove() }
    let sitting = Sitting(
      tutor.workbench, settings: Settings(folder: tutor.folder), startFolder: tutor.folder,
      size: Size(rows: 24, columns: 80))
    sitting.begin()
    func press(_ names: String) throws {
      for key in try #require([Key](named: names)) { sitting.take(.key(key)) }
    }
    func claims() throws -> [String] {
      try tutor.workbench.catalog.claims(.all, sort: ClaimSort(), today: tutor.workbench.today)
        .map { "\($0.status.rawValue) \($0.type.rawValue) \($0.words)" }
    }
    #expect(sitting.state.list.total == Lessons.texts.count)

    try press("<Enter>")
    #expect(words(sitting).hasPrefix("Lesson 1"))
    try press("j j")
    #expect(words(sitting).hasPrefix("Tarn Ridge"))
    try press("t s j .")
    #expect(try claims().filter { $0.hasPrefix("supported") }.count == 2)
    try press("T")
    let label = try #require(
      sitting.state.labels.first {
        guard case .sentence(_, let range) = $0.target else { return false }
        return sitting.state.reader?.block.segments.text(range).hasPrefix("It pays") ?? false
      })
    try press("\(label.letter) r")
    #expect(try claims().contains { $0.hasPrefix("refuted fact It pays") })
    try press("u")
    #expect(try claims().count == 2)
    try press("U J")
    #expect(try claims().count == 3 && words(sitting).hasPrefix("Lesson 2"))

    try press("j t p <Enter>")
    #expect(try claims().contains { $0.hasPrefix("open forecast Block 4") })
    try press("j - t o")
    let part = try #require(claims().first { $0.hasPrefix("open fact") })
    #expect(part.contains("$9.4bn") && !part.contains("18%"), "\(part)")
    try press("+ <Esc> J")

    #expect(words(sitting).hasPrefix("Lesson 3"))
    try press("j t s a b e c a u s e <Esc>")
    let noted = try tutor.workbench.catalog.claims(
      .all, sort: ClaimSort(), today: tutor.workbench.today
    ).filter(\.hasNote)
    #expect(noted.map(\.words).allSatisfy { $0.hasPrefix("The turbines") } && noted.count == 1)
    try press("<Tab> L q J")

    #expect(words(sitting).hasPrefix("Lesson 4"))
    try press("/ p o w e r <Enter> n h F i s : u n t a g g e d <Enter>")
    #expect(sitting.state.list.total == 2)
    try press("F C-u <Enter>")
    #expect(sitting.state.list.total == Lessons.texts.count)
    try press("? <Esc> q")
    #expect(sitting.state.isFinished)
    sitting.finish()
  }

  @Test func `it leaves nothing behind`() throws {
    let box = try Sandbox()
    let seen = try box.shell(
      #"export TMPDIR="$2"; printf '%s\n' 1 post.open '3 s' quit | "$1" tutor --plain; ls "$2""#,
      [Program.path, box.notebook.path])
    #expect(seen.stdout.contains("supported"), "\(seen)")
    #expect(!seen.lines.contains { $0.hasPrefix("postil-") })
  }

  private func words(_ sitting: Sitting) -> String {
    sitting.state.reader?.words ?? ""
  }
}
