import Testing

@testable import PostilImport

struct HTMLTextTests {
  @Test(arguments: [
    ("<p>One &amp; two</p><p>Three<br>four</p>", "One & two\n\nThree\nfour"),
    ("a <b>bold</b>  word\n and more", "a bold word and more"),
    ("<ul><li>one</li><li><p>two</p></li></ul>after", "- one\n- two\n\nafter"),
    ("<ol start=3><li>c<ul><li>d</ul><li>e</ol>", "3. c\n   - d\n4. e"),
    (
      "so<blockquote><p>He said</p><p>this</p></blockquote>yes", "so\n\n> He said\n>\n> this\n\nyes"
    ),
    ("x<pre>\n  if a &lt; b {\n\n  }\n</pre>y", "x\n\n  if a < b {\n\n  }\n\ny"),
    ("<script>var a = '<p>no</p>'</script><style>p{}</style>shown", "shown"),
    ("a&nbsp;b &eacute; &#x2019; &#146; &bogus; AT&T", "a\u{A0}b é ’ ’ &bogus; AT&T"),
    (
      "<p>one<p>two<div>three<table><tr><td>a<td>b<tr><td>c</table>",
      "one\n\ntwo\n\nthree\n\na  b\nc"
    ),
    ("<html><body><p>a</p></body></html><p>b</p>", "a\n\nb"),
    ("<!-- x --><head><title>t</title></head><p>a</p>", "a"),
    ("2 < 3 and 4 > 1", "2 < 3 and 4 > 1"), ("plain\n text", "plain text"),
    ("<p>hi <img class=\"emoji\" alt=\"🚀\" src=\"https://e.example/r.png\"></p>", "hi 🚀"),
    ("<div style=\"display: none\">Preview</div>Dear reader", "Dear reader"),
    ("a<!-- <p>b</p> -->c<![CDATA[d]]>e", "ace"), ("<p></p><p> </p>", ""),
  ])
  func `a page reads as it looks`(html: String, text: String) throws {
    #expect(try HTMLText(html).text == text)
  }

  @Test func `a shortened link keeps where it leads`() throws {
    let html = """
      <p>See <a href="https://example.com/a/long/way"><span class="invisible">https://</span>\
      <span class="ellipsis">example.com/a/lo</span><span class="invisible">ng/way</span></a>.</p>
      """
    let read = try HTMLText(html)
    #expect(read.text == "See example.com/a/lo….")
    #expect(read.links == ["https://example.com/a/long/way"])
  }

  @Test(arguments: [
    ("b.html", "https://e.example/x/b.html"), ("/b", "https://e.example/b"),
    ("//f.example/b", "https://f.example/b"), ("../b?c", "https://e.example/b?c"),
    ("?c", "https://e.example/x/a?c"), ("https://g.example/../z", "https://g.example/../z"),
  ])
  func `an address is read from where the page stands`(address: String, full: String) {
    #expect(WebAddress.resolved(address, base: "https://e.example/x/a?b") == full)
  }

  @Test func `pictures are kept and counting pixels are not`() throws {
    let read = try HTMLText(
      "<img src='/a.png'><img src='https://t.example/p' width=1>", base: "https://e.example/")
    #expect(read.media == ["https://e.example/a.png"])
  }

  /// Each of these took a parser minutes, or its stack, somewhere.
  @Test(arguments: [
    String(repeating: "<b>", count: 20_000),
    String(repeating: "<b>", count: 10_000)
      + String(repeating: "</i>", count: 10_000),
    "<a " + (0..<10_000).map { "a\($0)=1 " }.joined() + ">x</a>",
    String(repeating: "<div", count: 10_000), String(repeating: "&", count: 40_000),
    String(repeating: "<blockquote>x", count: 10_000),
    "<!--" + String(repeating: "-", count: 40_000),
    String(repeating: "<p><table>", count: 10_000), String(repeating: "<a href='", count: 10_000),
    String(repeating: "<ul><li>", count: 10_000), String(repeating: "</p>", count: 20_000),
  ])
  func `hostile markup ends`(html: String) throws {
    _ = try HTMLText(html)
    _ = try MarkupDocument(Array(html.utf8), isHTML: false)
  }

  @Test func `an entity of a document type grows into nothing and fetches nothing`() throws {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE a [<!-- it's --><!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">
      <!ENTITY d SYSTEM "file:///etc/passwd">]><a>&c;&d;&amp;</a>
      """
    let read = try MarkupDocument(Array(bomb.utf8), isHTML: false)
    #expect(read.root.text == "&c;&d;&")
    #expect(!read.isFaulty)
  }

  @Test func `what stands before a fault in XML is there`() throws {
    let read = try MarkupDocument(
      Array("\n<?xml version='1.0'?><r><i>a &nbsp; b</i><i>c & d</i><i>cut".utf8), isHTML: false)
    let items = read.root.first("r")?.all("i").map(\.text)
    #expect(items == ["a \u{A0} b", "c & d", "cut"])
  }
}
