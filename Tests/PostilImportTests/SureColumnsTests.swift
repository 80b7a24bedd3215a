import Foundation
import TestSupport
import Testing

@testable import PostilCore
@testable import PostilImport

/// Tables of which nobody told what their columns mean.
struct SureColumnsTests {
  /// A table with a text, a date, a handle, an address and a count under these names.
  private static func table(_ names: String, date: String = "2025-11-03T14:26:00Z") -> String {
    """
    \(names)
    "Power is the bottleneck, not chips.",\(date),ada,https://example.com/1,12
    "北風は電力を売る。",\(date),bob,https://example.com/2,3

    """
  }

  private static func take(_ table: String, named name: String = "a.csv") throws
    -> (posts: [Post], file: ImportReport.File)
  {
    let box = try ImportSandbox()
    let report = try box.take([Source(name: name, bytes: Array(table.utf8))]).report
    let posts = box.posts.values.sorted { ($0.author ?? "") < ($1.author ?? "") }
    return (posts, try #require(report.files.first))
  }

  @Test(arguments: [
    "Tweet Text,Posted At,Screen Name,Tweet URL,Likes",
    "Beitragstext,Veröffentlicht am,Verfasser,Link,Gefällt mir",
    "Inhalt,Datum,Benutzername,Adresse,Likes",
    "Texte du tweet,Date de publication,Nom d’utilisateur,Lien,J’aime",
    "Contenu,Publié le,Auteur,URL du tweet,Mentions J'aime",
    "Texto del tweet,Fecha,Usuario,Enlace,Me gusta",
    "Contenido,Fecha y hora,Autor,URL,Me gusta",
    "Conteúdo,Data da publicação,Usuário,Link,Curtidas",
    "Testo,Data,Autore,Collegamento,Mi piace",
    "ツイート本文,投稿日時,ユーザー名,ツイートのURL,いいね数",
    "投稿内容,日付,スクリーンネーム,リンク,いいね",
    "推文内容,发布时间,用户名,推文链接,点赞数",
    "內容,發佈時間,使用者名稱,連結,按讚數",
    "내용,작성일,작성자,링크,좋아요",
    "Текст твита,Дата,Автор,Ссылка,Лайки",
  ])
  func `columns are known by names in other languages and by their values`(names: String) throws {
    let (posts, file) = try Self.take(Self.table(names))
    #expect(file.refusal == nil)
    #expect(posts.map(\.text) == ["Power is the bottleneck, not chips.", "北風は電力を売る。"])
    #expect(posts.map(\.author) == ["@ada", "@bob"])
    #expect(posts.map(\.url) == ["https://example.com/1", "https://example.com/2"])
    #expect(posts.map(\.likes) == [12, 3])
    #expect(posts.allSatisfy { $0.posted == Moment("2025-11-03T14:26:00Z") })
  }

  @Test func `the report names what each column was taken for`() throws {
    let (_, file) = try Self.take(Self.table("Beitragstext,Datum,Verfasser,Link,Rang"))
    #expect(
      file.remarks == [
        "columns taken: Beitragstext as text, Datum as date, Verfasser as author, Link as url; "
          + "left out: Rang"
      ])
  }

  @Test(arguments: [
    // Nothing says that these are posts: an author alone may be of a book.
    "Beitragstext,a,b,c,d",
    // Two columns may be the text.
    "Beitragstext,Nachricht,Inhalt,x,y",
    "a,b,c,d,e",
  ])
  func `what cannot be told is refused with a line to try`(names: String) throws {
    let (posts, file) = try Self.take(Self.table(names))
    #expect(posts.isEmpty)
    #expect(file.refusal?.message.hasPrefix("a table, and no column is surely the text") == true)
    let line = try #require(file.refusal?.hint?.firstRange(of: "--columns "))
    let hint = try #require(file.refusal?.hint)
    // Said so, it is done.
    let mapping = try ColumnMapping(parsing: String(hint[line.upperBound...]))
    let box = try ImportSandbox()
    var options = ImportOptions(now: box.now)
    options.columns = mapping
    let source = Source(name: "a.csv", bytes: Array(Self.table(names).utf8))
    let plan = try importing([source], from: "csv", options: options, into: box.notebook)
    #expect(plan.report.new == 2)
  }

  @Test(arguments: [
    "Inhalt,Autor\nDer lange Weg,Ada Lind\nEin Haus,Bob Rau\n",
    "Nachricht,Datum,Betrag,Konto\nMiete November,2025-11-03,900,Bank\nStrom und Gas,2025-11-04,120,Bank\n",
    "Inhalt,Datum,Autor\nDer lange Weg,2025-11-03,Ada Lind\nEin Haus,2025-11-04,Bob Rau\n",
  ])
  func `books and bank statements are no posts`(table: String) throws {
    let (posts, file) = try Self.take(table)
    #expect(posts.isEmpty && file.refusal?.hint?.contains("--columns text=") == true)
  }

  @Test func `a table of which some columns are known is offered too`() throws {
    let table = Self.table("Bemerkung,Date,Author,URL,Likes")
    let source = Source(name: "a.csv", bytes: Array(table.utf8))
    let guess = try #require(UnknownTable(source)).guess
    #expect(guess.description == "text=Bemerkung,date=Date,author=Author,url=URL,likes=Likes")
    let known = Self.table("Text,Date,Author,URL,Likes")
    #expect(UnknownTable(Source(name: "a.csv", bytes: Array(known.utf8))) == nil)
  }

  @Test func `of numbers nothing is offered as the text`() throws {
    let prices = "Date,Open,High,Volume\n2025-11-03,1.0,2.0,1000\n2025-11-04,1.5,2.5,1200\n"
    let (_, file) = try Self.take(prices)
    #expect(file.refusal?.hint == "--columns text=NAME says which")
  }

  @Test func `a date that cannot be read is a reason to ask`() throws {
    let (posts, file) = try Self.take(
      Self.table("Beitragstext,Datum,Verfasser,Link,Likes", date: "03/04/2025"))
    #expect(posts.isEmpty && file.refusal != nil)
  }

  @Test(arguments: [
    "Datum,Preis,Link\n2025-11-03,12,https://example.com/1\n2025-11-04,13,https://example.com/2\n",
    "Text,Menge,Preis\n",
  ])
  func `a table of other things becomes no post`(table: String) throws {
    let (posts, file) = try Self.take(table)
    #expect(posts.isEmpty)
    #expect(file.found == 0)
  }

  @Test func `prose with as many commas in each line stays prose`() throws {
    let prose = "Power, chips, land.\nWind, water, sun.\nOne, two, three.\n"
    let (posts, file) = try Self.take(prose, named: "-")
    #expect(file.format == "text" || file.refusal?.message.contains("table") == false)
    #expect(posts.count <= 1)
  }

  @Test func `a table in a folder is named, not left out`() throws {
    let folder = try DamagedFolder("markdown")
    defer { folder.remove() }
    let table = "a,b,c\nA long sentence,2,3\nAnother one,5,6\n"
    try Data(table.utf8).write(to: URL(filePath: folder.path).appending(path: "a.csv"))
    let report = try ImportSandbox().take([Source(path: folder.path)]).report
    let file = try #require(report.files.first { $0.refusal != nil })
    #expect(file.refusal?.hint?.contains("--columns") == true)
  }

  @Test(arguments: [
    ("2025年11月3日", "2025-11-03"), ("2025年11月3日(月)", "2025-11-03"),
    ("2025년 11월 3일", "2025-11-03"), ("3. November 2025", "2025-11-03"),
    ("3 novembre 2025", "2025-11-03"), ("1er août 2025", "2025-08-01"),
    ("lunes, 3 de noviembre de 2025", "2025-11-03"), ("3 dicembre 2025", "2025-12-03"),
    ("3 ноября 2025 г.", "2025-11-03"), ("3. März 2025", "2025-03-03"),
  ])
  func `dates of other languages are read`(words: String, day: String) {
    #expect(DateReader.read(words).moment == Moment(day))
  }

  @Test func `a clock of another language is one without a zone`() {
    for words in ["2025年11月3日 14時26分", "2025年11月3日 14:26:05", "3. November 2025, 14:26 Uhr"] {
      let reading = DateReader.read(words)
      #expect(reading.moment == Moment("2025-11-03") && reading.precision == "zone-unknown")
    }
  }
}
