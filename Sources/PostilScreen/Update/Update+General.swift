import PostilCore

extension State {
  mutating func general(_ action: Action, _ argument: String) -> [Effect] {
    switch action {
    case .help: layer = .picker(helpPicker())
    case .palette: layer = .picker(palettePicker())
    case .cancel: return cancel()
    case .back: return leave()
    case .quit: isFinished = true
    case .interrupt:
      if progress != nil { return [.stopWork] }
      say("q goes back and at the top quits · Q quits at once · everything is saved")
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .undo: return [.undo]
    case .redo: return [.redo]
    case .reload: return [.readSettings(isAsked: true), .reconcile] + reloadAll()
    case .problems: return enter(.problems)
    case .theme: return chooseTheme(argument)
    case .mouse: return setMouse(!wantsMouse)
    case .pipe: return beginPipe(argument)
    case .copyClaim: return copyClaim()
    case .marginCycle:
      margin.place =
        switch margin.place {
        case .beside: .below
        case .below: .hidden
        case .hidden: .beside
        }
      say("margin: \(margin.place.rawValue)")
      fitReader()
      fitPage()
    case .marginNarrower, .marginWider, .marginReset:
      let step = action == .marginWider ? 4 : -4
      margin.widened = action == .marginReset ? 0 : min(40, max(-20, margin.widened + step))
      fitReader()
      fitPage()
    case .preview: return togglePreview()
    case .bare: layer = .bare(Bare())
    case .goList: return enter(.list)
    case .goLedger: return enter(.ledger)
    case .goNotes: return enter(.notes)
    case .goCodebook: return enter(.codebook)
    case .export:
      guard argument.isEmpty else {
        return [.export(query: exported.query, typed: exported.typed, format: argument)]
      }
      layer = .picker(exportPicker())
    case .importFile:
      guard argument.isEmpty else { return importNamed(argument) }
      askWhatToImport()
    case .details: showDetails()
    case .raw: return showRaw()
    case .linkOpen: return openFirstLink()
    case .copyQuote, .copyLink, .copyPath: return copy(action)
    default: break
    }
    return []
  }

  /// What an export would hold: what the list or the ledger shows.
  var exported: (query: Query, typed: String) {
    if let subject = page?.page?.subject { return (subject.query, subject.query.description) }
    return room == .ledger ? (ledger.query, ledger.filter) : (list.ask.query, list.filter)
  }

  /// Esc: out of the nearest thing that was begun.
  private mutating func cancel() -> [Effect] {
    if room == .split { return leave() }
    if var reader, room == .reader {
      if reader.selection.free != nil || reader.selection.level != .sentence || reader.focus != nil
      {
        reader.leaveFree()
        self.reader = reader
        return []
      }
    }
    // The marks stay: long work may be about them.
    if progress != nil { return [.stopWork] }
    if !list.marked.isEmpty || list.rangeFrom != nil || !ledger.marked.isEmpty
      || ledger.rangeFrom != nil
    {
      list.marked = []
      list.rangeFrom = nil
      ledger.marked = []
      ledger.rangeFrom = nil
      return []
    }
    search = nil
    return []
  }

  private mutating func showDetails() {
    guard let reader else { return }
    let (post, path) = postHere(reader)
    let via = post.via.isEmpty ? "" : " · from \(post.via.joined(separator: ", "))"
    let counts = [("likes", post.likes), ("reposts", post.reposts), ("replies", post.replies)]
      .compactMap { name, value in value.map { "\(name) \($0)" } }
    say(
      ([post.id] + counts).joined(separator: " · ") + via + " · \(path)")
  }

  private mutating func showRaw() -> [Effect] {
    if room == .codebook {
      guard let tag = codebook.current else { return [] }
      guard tag.definition != nil else {
        say(
          "#\(tag.name) is in no file yet · \(keyMap.live(in: scopes).hint(for: Action.note.rawValue)) defines it"
        )
        return []
      }
      return [.editFile(path: Layout.path(ofTag: tag.name), line: nil)]
    }
    guard let reader else { return [] }
    return [.editFile(path: postHere(reader).path, line: nil)]
  }

  /// The selected words with who said them and where, the link, or the path.
  private mutating func copy(_ action: Action) -> [Effect] {
    guard let reader else { return [] }
    let (post, path) = postHere(reader)
    let text: String?
    switch action {
    case .copyLink: text = post.url ?? post.links.first
    case .copyPath: text = path
    default:
      let words = room == .reader ? reader.words : post.text
      let source = [post.author ?? post.name, post.posted.map { "\($0.day)" }, post.url]
      text = "“\(words)” — " + source.compactMap(\.self).joined(separator: ", ")
    }
    guard let text else {
      say("this post has no link")
      return []
    }
    say("copied \(Glyph.clipped(text, to: 50))")
    return [.copy(text)]
  }

  private mutating func openFirstLink() -> [Effect] {
    if room == .page { return openPageLink() }
    guard let reader else { return [] }
    let block = reader.blocks[room == .reader ? reader.selection.block : reader.main]
    let here = block.entities.first {
      $0.kind == .link && $0.range.overlaps(reader.selection.range)
    }
    guard let link = here?.text ?? block.links.first ?? block.post.url else {
      say("this post has no link")
      return []
    }
    say("opening \(link)")
    return [.openLink(link)]
  }

  /// Asks anew for everything that is shown.
  func reloadAll() -> [Effect] {
    var effects: [Effect] = [
      .loadPosts(list.ask, window: list.window(rows: geometry.visible)), .loadTotals,
    ]
    effects += askForSections
    if let reader { effects.append(.loadDossier(reader.dossier.post.id)) }
    if room == .ledger { effects.append(.loadClaims(ledger.query, ledger.sort)) }
    if let page { effects.append(.loadPage(page.subject)) }
    if room == .notes { effects.append(.loadNotes) }
    if room == .codebook { effects.append(.loadTags) }
    return effects
  }
}
