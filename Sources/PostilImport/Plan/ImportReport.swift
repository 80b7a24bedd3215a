public import PostilCore

/// What an import found and did, file by file.
public struct ImportReport: Hashable, Sendable, Codable {
  /// One source of an import; every record found is counted in exactly one of the numbers.
  public struct File: Hashable, Sendable, Codable {
    /// As the person named it.
    public var file: String
    /// The importer's name; nil when the source was refused before.
    public var format: String?
    /// Records that it holds.
    public var found = 0
    /// Posts that the notebook did not have.
    public var new = 0
    /// Records of posts that the notebook had, or that came before in the same import.
    public var merged = 0
    /// Posts of which the notebook has another text; the new one stands beside it (`~2`).
    public var captures = 0
    /// Cut texts that gave way to whole ones.
    public var restored = 0
    /// Earlier versions and the like, which went into other records.
    public var joined = 0
    /// New posts that came along inside the others, which repeat, quote or answer them.
    public var embedded = 0
    /// Records that could not be used, each with its place and the reason.
    public var skipped: [Problem] = []
    /// What the person should look at.
    public var warnings: [Problem] = []
    /// What was done, in sentences.
    public var remarks: [String] = []
    /// What the other texts say otherwise, and what became of claims; for each of `captures`.
    public var rewordings: [Rewording] = []
    /// Bytes of a pasted text that are in no post.
    public var separatorBytes = 0
    /// Why nothing of it was read, or not all.
    public var refusal: Problem?
    /// It is not there, or the system does not let it be read.
    public var isUnreadable = false

    /// Files of a folder that this is about.
    public var count = 1
    /// What of a folder was left out, by its kind.
    public var leftOut: [String: Int] = [:]

    init(_ file: String) { self.file = file }

    /// Takes over what an importer counted.
    mutating func take(_ intake: Intake) {
      found = intake.found
      skipped += intake.skipped
      warnings += intake.warnings
      remarks += intake.remarks
      separatorBytes = intake.separatorBytes
      joined = intake.found - intake.count - intake.skipped.count
    }

    /// Counts what became of a record.
    mutating func count(_ outcome: Captures.Outcome, of post: Post) {
      switch outcome {
      case .new where post.isEmbedded: embedded += 1
      case _ where post.isEmbedded: break
      case .new: new += 1
      case .merged: merged += 1
      case .capture: captures += 1
      case .restored: restored += 1
      }
    }

    /// Adds the numbers of another file of the same folder and format.
    mutating func add(_ other: File) {
      count += other.count
      for number in [
        \File.found, \.new, \.merged, \.captures, \.restored, \.joined, \.embedded,
        \.separatorBytes,
      ] { self[keyPath: number] += other[keyPath: number] }
      skipped += other.skipped
      warnings += other.warnings
      rewordings += other.rewordings
      remarks += other.remarks.filter { !remarks.contains($0) }
    }
  }

  /// In the order in which they were given.
  public var files: [File] = []
  /// Why it ended before its time; what was written until then is in the notebook.
  public var ending: Problem?

  /// Nothing yet.
  public init() {}

  /// A file that could not even be opened.
  public mutating func add(unreadable file: String, _ problem: Problem) {
    var entry = File(file)
    entry.refusal = problem
    entry.isUnreadable = true
    files.append(entry)
  }

  /// Adds a file, to another of the same format that the same folder holds.
  mutating func add(_ file: File, since first: Int) {
    let same = files[first...].firstIndex {
      $0.format == file.format && $0.refusal == nil && file.refusal == nil
    }
    if let same { files[same].add(file) } else { files.append(file) }
  }

  /// Takes new posts off that were counted and not written.
  mutating func forget(posts: Int) {
    guard let last = files.indices.last else { return }
    files[last].new = max(0, files[last].new - posts)
  }

  /// Calls what was found in a folder by the folder's name.
  mutating func end(
    _ folder: String, since first: Int, leftOut: [String: Int], closed: [Problem]
  ) {
    for index in files[first...].indices where files[index].refusal == nil {
      files[index].file = folder
    }
    if files.count == first {
      var file = File(folder)
      file.refusal = Problem(
        "the folder holds nothing that can be imported", at: Problem.Place(folder))
      files.append(file)
    }
    files[first].leftOut = leftOut
    files[first].warnings += closed
  }

  /// Records of all files.
  public var found: Int { total(\.found) }
  /// New posts of all files.
  public var new: Int { total(\.new) }
  /// Records of all files that the notebook had already.
  public var merged: Int { total(\.merged) }
  /// Further captures of all files.
  public var captures: Int { total(\.captures) }
  /// Records of all files that could not be used.
  public var skipped: Int { files.reduce(0) { $0 + $1.skipped.count } }

  /// 0 when all went well, 1 when something was refused or skipped, 2 when there were no posts, 3 when
  /// something could not be read or written.
  public var exitCode: Int32 {
    if files.contains(where: \.isUnreadable) || ending != nil { return 3 }
    if found == skipped { return 2 }
    return skipped > 0 || files.contains { $0.refusal != nil } ? 1 : 0
  }

  /// One line for a status line: "9 found, 7 new, 2 merged".
  public var headline: String {
    if files.count == 1, let refusal = files[0].refusal { return refusal.message }
    var parts = ["\(found) found", "\(new) new"]
    for (count, words) in [
      (merged, "merged"), (captures, "with another text"), (total(\.restored), "restored"),
      (skipped, "skipped"), (files.count { $0.refusal != nil }, "files refused"),
    ] where count > 0 {
      parts.append("\(count) \(words)")
    }
    if let ending { parts.insert(ending.message, at: 0) }
    return parts.joined(separator: ", ")
  }

  /// Everything that a person should look at: what was refused, skipped, or is doubtful.
  public var problems: [Problem] {
    files.flatMap { ($0.refusal.map { [$0] } ?? []) + $0.skipped + $0.warnings }
  }

  private func total(_ number: KeyPath<File, Int>) -> Int {
    files.reduce(0) { $0 + $1[keyPath: number] }
  }
}
