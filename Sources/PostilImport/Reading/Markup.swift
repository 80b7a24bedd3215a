import CXML
import PostilCore

/// An element of XML or HTML with what stands in it.
struct Markup: Sendable {
  enum Node: Sendable {
    case element(Markup)
    case text(String)
  }

  struct Attribute: Sendable {
    /// In lower case, without prefix.
    var name: String
    var prefix: String?
    var value: String
  }

  /// In lower case, without prefix.
  var name: String
  /// As the document has it, `content` of `content:encoded`; nil when there is none.
  var prefix: String?
  /// The address of its namespace; always nil in HTML.
  var space: String?
  var attributes: [Attribute] = []
  var nodes: [Node] = []

  init(name: String) { self.name = name }

  /// Elements inside elements are read to this depth.
  static let depth = 250

  /// The elements directly in it.
  var elements: [Markup] {
    nodes.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  func first(_ name: String) -> Markup? {
    for case .element(let element) in nodes where element.name == name { return element }
    return nil
  }

  func all(_ name: String) -> [Markup] { elements.filter { $0.name == name } }

  /// The value of an attribute, whatever its prefix; nil when it is not there.
  subscript(_ attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// All text in it, white space and all.
  var text: String {
    var text = ""
    addText(to: &text)
    return text
  }

  private func addText(to text: inout String) {
    for node in nodes {
      switch node {
      case .text(let words): text += words
      case .element(let element): element.addText(to: &text)
      }
    }
  }
}

/// What became of a document.
struct MarkupDocument: Sendable {
  /// Holds the outermost element or elements.
  var root: Markup
  /// Something in it was against the rules of XML.
  var isFaulty = false
  /// Elements stood deeper than `Markup.depth`; the rest was not read.
  var isTooDeep = false

  /// Reads XML or HTML; what stands before a fault is always there.
  ///
  /// - Throws: when libxml2 is not installed.
  init(_ bytes: [UInt8], isHTML: Bool) throws(Problem) {
    let builder = MarkupBuilder()
    let tame = isHTML ? Self.piece(TameMarkup.html(bytes)) : TameMarkup.xml(bytes)
    let outcome = withExtendedLifetime(builder) {
      tame.withUnsafeBytes { tame in
        withUnsafePointer(to: MarkupBuilder.events) { events in
          cxml_parse(
            tame.baseAddress?.assumingMemoryBound(to: CChar.self), tame.count, isHTML, events,
            Unmanaged.passUnretained(builder).toOpaque())
        }
      }
    }
    switch outcome {
    case CXML_UNAVAILABLE:
      throw Problem(
        "this holds XML or HTML, and the library that reads it is not there",
        hint: "apt install libxml2")
    case CXML_STOPPED: isTooDeep = true
    case CXML_FAULTY: isFaulty = true
    default: break
    }
    root = builder.finish()
  }
}

extension MarkupDocument {
  /// HTML with one element around it: the parser stops behind the first, and puts bare text into
  /// paragraphs.
  private static func piece(_ html: [UInt8]) -> [UInt8] { Array("<div>".utf8) + html }
}

/// Builds elements out of what the parser tells.
private final class MarkupBuilder {
  private var open = [Markup(name: "")]

  static let events = cxml_events(
    open: { context, name, prefix, space in
      MarkupBuilder.at(context)?.begin(name, prefix, space) ?? false
    },
    attribute: { context, name, prefix, value, length in
      guard let name, let value else { return }
      MarkupBuilder.at(context)?.add(
        Markup.Attribute(
          name: String(cString: name).lowercased(), prefix: prefix.map { String(cString: $0) },
          value: MarkupBuilder.string(value, length)))
    },
    close: { MarkupBuilder.at($0)?.end() },
    text: { context, bytes, length in
      guard let bytes else { return }
      MarkupBuilder.at(context)?.add(MarkupBuilder.string(bytes, length))
    })

  private static func at(_ context: UnsafeMutableRawPointer?) -> MarkupBuilder? {
    context.map { Unmanaged<MarkupBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func string(_ bytes: UnsafePointer<CChar>, _ length: Int) -> String {
    String(decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
  }

  private func begin(
    _ name: UnsafePointer<CChar>?, _ prefix: UnsafePointer<CChar>?, _ space: UnsafePointer<CChar>?
  ) -> Bool {
    guard let name, open.count < Markup.depth else { return false }
    var element = Markup(name: String(cString: name).lowercased())
    element.prefix = prefix.map { String(cString: $0) }
    element.space = space.map { String(cString: $0) }
    open.append(element)
    return true
  }

  private func add(_ attribute: Markup.Attribute) {
    open[open.count - 1].attributes.append(attribute)
  }

  private func add(_ text: String) {
    let last = open.count - 1
    // A long text comes in pieces.
    if let place = open[last].nodes.indices.last, case .text(var words) = open[last].nodes[place] {
      open[last].nodes[place] = .text("")
      words += text
      open[last].nodes[place] = .text(words)
    } else {
      open[last].nodes.append(.text(text))
    }
  }

  private func end() {
    guard open.count > 1, let element = open.popLast() else { return }
    open[open.count - 1].nodes.append(.element(element))
  }

  func finish() -> Markup {
    while open.count > 1 { end() }
    return open[0]
  }
}
