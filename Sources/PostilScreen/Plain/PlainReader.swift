import PostilImport

internal import PostilCore

/// The open post for `--plain`: each sentence with its number, and under it the notes beside it.
extension State {
  /// The sentences of the whole page in order, each with the block it stands in.
  var plainSentences: [(block: Int, range: Range<Int>)] {
    (reader?.blocks ?? []).enumerated().flatMap { index, block in
      block.segments.sentences.map { (index, $0) }
    }
  }

  /// The whole page: who and when, the sentences with their claims, the notes on posts.
  var plainReader: [String] {
    guard let reader else { return ["opening"] }
    var lines: [String] = []
    var number = 0
    for (index, block) in reader.blocks.enumerated() {
      let kind = block.kind == .main ? "" : "\(block.kind): "
      let when = block.post.posted.map { " \($0.day)" } ?? ", no date"
      lines.append(kind + (block.post.author ?? block.post.name ?? "unknown author") + when)
      for range in block.segments.sentences {
        lines.append(numbered(number, block.segments.text(range)))
        lines += notes(beginningIn: range, of: index, reader)
        number += 1
      }
      if block.segments.sentences.isEmpty { lines += notes(beginningIn: nil, of: index, reader) }
      lines += block.post.links.map { "link: \($0)" }
      lines += plainAsides(of: index, reader)
      let tags = block.margin?.tags ?? []
      if !tags.isEmpty { lines.append("tags: \(tags.joined(separator: " "))") }
      if let text = block.margin?.text, !text.isEmpty { lines.append("note on the post: \(text)") }
    }
    return lines
  }

  /// What a post quotes and answers and is not open, and how many records refer to it.
  private func plainAsides(of index: Int, _ reader: Reader) -> [String] {
    let block = reader.blocks[index]
    let stubs = [reader.stubAbove(block, width: 400), reader.stubBelow(block, width: 400)]
    let words = stubs.compactMap(\.self).map { stub in
      stub.lines.map { $0.drop { $0 == "·" || $0 == " " } }.joined(separator: ": ")
    }
    let repeats = block.kind == .main ? reader.dossier.repeats.map(\.origin) : []
    let said = repeats.isEmpty ? [] : ["also said by: \(repeats.joined(separator: ", "))"]
    guard let count = reader.dossier.references[block.post.id] else { return words + said }
    return words + said + ["linked from \(count) · backlinks.show"]
  }

  /// The sentence that is selected, or the words of another selection, with its claims.
  var plainSentence: String? {
    guard let reader, !reader.selection.range.isEmpty else { return nil }
    let now = (reader.selection.block, reader.selection.range)
    let claims = reader.block.claims.filter { claim in
      claim.spans.contains { $0.overlaps(now.1) }
    }
    let told = claims.map { " (\(plain(reader.seen($0))))" }.joined()
    if let index = plainSentences.firstIndex(where: { $0 == now }) {
      return numbered(index, reader.words + told)
    }
    return "\(reader.selection.level.name): \(reader.words)\(told)"
  }

  /// Puts the cursor on an item by its number from 1; false when there is none.
  public mutating func goToPlain(_ number: Int) -> Bool {
    let index = number - 1
    if room == .reader {
      guard plainSentences.indices.contains(index) else { return false }
      let sentence = plainSentences[index]
      reader?.select(sentence.range, block: sentence.block)
      revealSelection()
      return true
    }
    let total =
      switch room {
      case .list: list.total
      case .ledger: ledger.rows.count
      case .notes: notes.notes.count
      case .codebook: codebook.rows.count
      case .problems: problems.count
      case .page: page?.stops.count ?? 0
      case .split: split?.draft.lines.count ?? 0
      default: 0
      }
    return (0..<total).contains(index)
  }

  private func plain(_ claim: Claim) -> String {
    let type = claim.type == .fact ? "" : " \(claim.type.rawValue)"
    return claim.status.rawValue + type + (claim.confidence.map { " \($0)%" } ?? "")
      + (claim.due.map { ", due \($0)" } ?? "")
  }

  private func notes(beginningIn range: Range<Int>?, of block: Int, _ reader: Reader) -> [String] {
    let here = reader.blocks[block]
    return here.claims.enumerated().filter { _, claim in
      guard let range else { return true }
      // A claim that begins between two sentences is read with the one before it, a lost one last.
      let start = claim.start
      let sentences = here.segments.sentences
      return (sentences.last { $0.lowerBound <= start } ?? sentences.first) == range
    }.flatMap { offset, claim in
      let number = here.firstNumber + offset
      let quote = claim.quotes.joined(separator: " … ")
      let item = reader.item(for: claim, number: number)
      let told = "   claim \(number): \(plain(reader.seen(claim)))"
      return [told + (quote.isEmpty ? "" : ": “\(quote)”")]
        + (item.words.isEmpty ? [] : ["   note: \(item.words)"]) + item.asides.map { "   \($0)" }
    }
  }
}
