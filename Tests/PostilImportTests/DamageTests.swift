import Foundation
import TestSupport
import Testing

@testable import PostilCore
@testable import PostilImport

/// Changes of inputs at random places; none may end the program, last, or reach another file than a
/// post's. `POSTIL_FUZZ` says how many there are in all, in the order of 100,000 for a trial.
struct DamageTests {
  private static let wanted = ProcessInfo.processInfo.environment["POSTIL_FUZZ"].flatMap { Int($0) }

  /// How many imports of each of so many inputs; `few` where nothing is said.
  private static func rounds(_ inputs: Int, few: Int) -> Int {
    wanted.map { $0 / max(1, inputs) + 1 } ?? few
  }

  private static let inputs = ImportFixtureTests.cases

  @Test(arguments: inputs)
  func `a damaged input costs no more than its records`(name: String) throws {
    let source = try ImportFixtureTests.source(
      in: ImportFixtureTests.folder.appendingPathComponent(name))
    // Folders are damaged below.
    guard !source.isFolder else { return }
    var numbers = SeededNumbers(5)
    let box = try ImportSandbox()
    // Whatever a person says it is: its own format, and two at random.
    let own = Importers.all.filter { name == $0.name || name.hasPrefix($0.name + "-") }
    for _ in 0..<Self.rounds(Self.inputs.count * 6, few: 30) {
      let damaged = Source(name: source.name, bytes: Self.damaged(source.head, by: &numbers))
      let others = (0..<2).compactMap { _ in Importers.all.randomElement(using: &numbers) }
      for importer in own + others {
        try Self.check(damaged, as: importer.name, box.notebook)
      }
    }
  }

  @Test(arguments: DamagedFolder.kinds)
  func `a damaged folder costs no more than its records`(kind: String) throws {
    var folder = try DamagedFolder(kind)
    defer { folder.remove() }
    var numbers = SeededNumbers(7)
    let box = try ImportSandbox()
    for _ in 0..<Self.rounds(DamagedFolder.kinds.count * 4, few: 12) {
      try folder.damage(by: &numbers)
      try Self.check(Source(path: folder.path), as: nil, box.notebook, files: folder.count)
    }
  }

  @Test(arguments: DamagedFolder.kinds, ["cf", "czf"])
  func `a damaged archive costs no more than what is in it`(kind: String, how: String) throws {
    let folder = try DamagedFolder(kind)
    defer { folder.remove() }
    let whole = try folder.packed(how)
    var numbers = SeededNumbers(11)
    let box = try ImportSandbox()
    for _ in 0..<Self.rounds(DamagedFolder.kinds.count * 8, few: 6) {
      let bytes = Self.damaged(whole, by: &numbers)
      try Self.check(
        Source(name: "a.tar", bytes: bytes), as: nil, box.notebook, files: folder.count)
    }
  }

  static func damaged(_ bytes: [UInt8], by numbers: inout SeededNumbers) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &numbers) where !bytes.isEmpty {
      let index = Int.random(in: bytes.indices, using: &numbers)
      switch Int.random(in: 0..<3, using: &numbers) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &numbers)
      case 1: bytes.remove(at: index)
      default: bytes.removeSubrange(index..<min(bytes.count, index + 40))
      }
    }
    return bytes
  }

  private static func check(
    _ source: Source, as importer: String?, _ notebook: Notebook, files: Int = 1
  ) throws {
    var options = ImportOptions(now: Instant(seconds: 1_760_000_000))
    options.acceptsProposal = true
    let start = ContinuousClock.now
    let plan = try importing([source], from: importer, options: options, into: notebook)
    if wanted != nil {
      let time = start.duration(to: .now)
      #expect(time < .seconds(files), "\(importer ?? source.name)")
    }
    for file in plan.change?.files ?? [] where !file.path.hasPrefix("posts/") {
      // What the person wrote elsewhere becomes a record of its own, and touches none.
      #expect(
        file.before == nil && (file.path.hasPrefix("claims/") || file.path.hasPrefix("notes/")))
    }
    for file in plan.change?.files ?? [] {
      #expect(!file.path.split(separator: "/").contains(".."))
    }
    for file in plan.report.files where file.refusal == nil {
      let known = file.new + file.merged + file.captures + file.restored + file.joined
      #expect(known + file.skipped.count == file.found, "\(file.file)")
    }
  }
}
