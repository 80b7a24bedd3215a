import PostilCore

/// The tables, and the one number that is their version.
enum Schema {
  /// Raise it with every change of the tables, or of what is put into them.
  static let version = 15

  /// Posts without a date sort below this: before all others, out of reach of `since:` and `until:`.
  static let dateless = Int.min / 2

  /// Where a post sorts by date. One without a date: by when it was captured, and then in the order
  /// of the file it came from, so that pasted posts stand as they were pasted.
  static func place(of post: Post) -> Int {
    if let posted = post.posted { return posted.seconds }
    let line = post.via.first?.split(separator: ":").last.flatMap { Int($0) } ?? 0
    let order = (post.captured?.seconds ?? 0) * 1_000_000 - min(max(0, line), 999_999)
    return Int.min + 1_000_000 + max(0, order)
  }

  /// The number of a post in its thread, as it says itself (`2/5`); 0 when it does not.
  static func part(of post: Post) -> Int {
    post.part.flatMap { Int($0.prefix { $0.isASCII && $0.isNumber }) } ?? 0
  }

  /// Where a post without an author sorts: after all others.
  static let nobody = "\u{10FFFF}"

  /// `notebook` remembers which entry was placed last (`Entries`), and which file has the
  /// packed texts (`TextLog`); `written` shows each text wherever it stands. What can be told from
  /// other columns is computed: the path of a record, and when most posts were posted.
  ///
  /// A `record` is a file. An `entry` gathers all that hangs on one post: the post itself, its later
  /// captures, its margin, its claims. `head` is the oldest capture, null while none is stored; the
  /// columns after it repeat what lists are sorted and filtered by. From `thread` on they say which
  /// posts belong together (`Groups`).
  static let tables = """
    CREATE TABLE notebook (root TEXT NOT NULL, placed INTEGER, placedOn INTEGER, placedBase TEXT,
      texts INTEGER, edition INTEGER NOT NULL DEFAULT 0,
      readings INTEGER NOT NULL DEFAULT 0);
    \(Folders.table)

    CREATE TABLE entry (
      id INTEGER PRIMARY KEY,
      base TEXT NOT NULL UNIQUE,
      head INTEGER,
      posted INTEGER NOT NULL DEFAULT 0,
      foldedAuthor TEXT NOT NULL DEFAULT '',
      foldedName TEXT NOT NULL DEFAULT '',
      isRead INTEGER NOT NULL DEFAULT 0,
      isStarred INTEGER NOT NULL DEFAULT 0,
      isTagged INTEGER NOT NULL DEFAULT 0,
      claims INTEGER NOT NULL DEFAULT 0,
      part INTEGER NOT NULL DEFAULT 0,
      thread INTEGER,
      original INTEGER,
      lead INTEGER,
      fold INTEGER NOT NULL DEFAULT 0,
      weight INTEGER NOT NULL DEFAULT 0,
      isLate INTEGER NOT NULL DEFAULT 1
    );
    CREATE INDEX entry_late ON entry (id) WHERE isLate AND head IS NOT NULL;
    CREATE INDEX entry_by_date ON entry (posted, fold)
      WHERE head IS NOT NULL;
    CREATE INDEX entry_by_thread ON entry (thread, posted, part, base) WHERE thread IS NOT NULL;
    CREATE INDEX entry_by_original ON entry (original, posted, base) WHERE original IS NOT NULL;
    CREATE INDEX entry_grouped ON entry (id, lead) WHERE lead IS NOT NULL;
    CREATE INDEX entry_by_lead ON entry (
      lead, fold, posted, base, isRead, isStarred, isTagged, claims) WHERE lead IS NOT NULL;

    CREATE TABLE record (
      id INTEGER PRIMARY KEY,
      folder TEXT NOT NULL,
      name TEXT NOT NULL,
      path TEXT AS (folder || '/' || name || '.md'),
      kind TEXT NOT NULL,
      size INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      inode INTEGER NOT NULL,
      problem TEXT,
      entry INTEGER
    );
    CREATE INDEX record_by_entry ON record (entry, kind) WHERE entry IS NOT NULL;

    CREATE TABLE post (
      record INTEGER PRIMARY KEY,
      capture INTEGER NOT NULL,
      key TEXT,
      written TEXT,
      posted INTEGER NOT NULL,
      author TEXT,
      name TEXT,
      title TEXT,
      isRepost INTEGER NOT NULL,
      isReply INTEGER NOT NULL,
      part INTEGER NOT NULL,
      address INTEGER,
      moment TEXT AS (coalesce(written, CASE WHEN posted > \(dateless)
        THEN strftime('%Y-%m-%dT%H:%M:%SZ', posted, 'unixepoch') END))
    );
    CREATE INDEX post_by_key ON post (key) WHERE key IS NOT NULL;

    CREATE TABLE claim (
      record INTEGER PRIMARY KEY,
      entry INTEGER,
      id TEXT NOT NULL,
      post TEXT,
      words TEXT NOT NULL,
      type TEXT NOT NULL,
      status TEXT NOT NULL,
      due INTEGER,
      confidence INTEGER,
      start INTEGER,
      evidence INTEGER NOT NULL,
      hasNote INTEGER NOT NULL,
      same TEXT,
      stop INTEGER,
      judged INTEGER
    );
    CREATE INDEX claim_by_entry ON claim (entry);
    CREATE INDEX claim_by_id ON claim (id);
    CREATE VIEW verdict AS
      SELECT record, entry, id, post, words, type, due, confidence, start, stop, hasNote,
        CASE WHEN same IS NULL THEN judged ELSE coalesce(
          (SELECT judged FROM claim AS head JOIN record AS file ON file.id = head.record
            WHERE head.id = claim.same ORDER BY path LIMIT 1), judged) END AS judged,
        CASE WHEN same IS NULL THEN status ELSE coalesce(
          (SELECT status FROM claim AS head JOIN record AS file ON file.id = head.record
            WHERE head.id = claim.same ORDER BY path LIMIT 1), status) END AS status,
        CASE WHEN same IS NULL THEN evidence ELSE coalesce(
          (SELECT evidence FROM claim AS head JOIN record AS file ON file.id = head.record
            WHERE head.id = claim.same ORDER BY path LIMIT 1), evidence) END AS evidence
      FROM claim;

    CREATE TABLE tagging (
      record INTEGER NOT NULL,
      position INTEGER NOT NULL,
      tag TEXT NOT NULL,
      folded TEXT NOT NULL,
      PRIMARY KEY (record, position)
    ) WITHOUT ROWID;
    CREATE INDEX tagging_by_tag ON tagging (folded);

    CREATE TABLE definition (
      record INTEGER PRIMARY KEY,
      tag TEXT NOT NULL,
      key TEXT,
      color TEXT,
      meaning TEXT NOT NULL
    );
    CREATE TABLE alias (
      record INTEGER NOT NULL,
      written TEXT NOT NULL,
      alias TEXT NOT NULL,
      tag TEXT NOT NULL,
      foldedTag TEXT NOT NULL,
      PRIMARY KEY (alias, record)
    ) WITHOUT ROWID;
    CREATE INDEX alias_by_record ON alias (record);

    CREATE TABLE ticker (
      record INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (record, name)
    ) WITHOUT ROWID;

    CREATE TABLE entity (
      record INTEGER NOT NULL,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (record, kind, name)
    ) WITHOUT ROWID;

    CREATE TABLE number (
      record INTEGER NOT NULL,
      unit TEXT NOT NULL,
      low REAL NOT NULL,
      high REAL NOT NULL,
      PRIMARY KEY (record, unit, low, high)
    ) WITHOUT ROWID;

    CREATE TABLE front (
      id INTEGER PRIMARY KEY,
      platform TEXT NOT NULL,
      captured INTEGER,
      hasMedia INTEGER NOT NULL,
      hasCitation INTEGER NOT NULL,
      keys TEXT NOT NULL
    );
    CREATE TABLE own_key (
      record INTEGER NOT NULL,
      key TEXT NOT NULL,
      PRIMARY KEY (record, key)
    ) WITHOUT ROWID;

    CREATE TABLE saved (record INTEGER PRIMARY KEY, name TEXT NOT NULL, query TEXT NOT NULL);

    CREATE TABLE reference (
      record INTEGER NOT NULL,
      kind TEXT NOT NULL,
      target TEXT NOT NULL,
      PRIMARY KEY (record, kind, target)
    ) WITHOUT ROWID;
    CREATE INDEX reference_by_target ON reference (target, kind);

    CREATE TABLE tie (
      record INTEGER NOT NULL,
      kind TEXT NOT NULL,
      key NOT NULL,
      entry INTEGER NOT NULL
    );
    CREATE INDEX tie_by_key ON tie (key, kind, entry);
    CREATE INDEX tie_by_entry ON tie (entry);

    CREATE TABLE reading (post TEXT PRIMARY KEY, isRead INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE reading_log (
      size INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      inode INTEGER NOT NULL,
      end INTEGER NOT NULL,
      sum INTEGER NOT NULL,
      latest TEXT
    );

    CREATE TABLE text (
      id INTEGER PRIMARY KEY,
      isUnspaced INTEGER NOT NULL,
      start INTEGER,
      count INTEGER,
      titled INTEGER,
      named INTEGER,
      title TEXT,
      names TEXT,
      body TEXT
    );
    CREATE VIEW written AS
      SELECT id, isUnspaced,
        CASE WHEN start IS NULL THEN body ELSE
          postil_text((SELECT texts FROM notebook), start, count) END AS body,
        CASE WHEN start IS NULL THEN title WHEN titled = 0 THEN '' ELSE
          postil_text((SELECT texts FROM notebook), start + count + 1, titled) END AS title,
        CASE WHEN start IS NULL THEN names WHEN named = 0 THEN '' ELSE
          postil_text((SELECT texts FROM notebook), start + count + titled + 2, named) END AS names
      FROM text;
    CREATE INDEX text_unspaced ON text (id) WHERE isUnspaced;
    CREATE VIRTUAL TABLE words USING fts5(
      title, names, body, content='', tokenize="unicode61 remove_diacritics 2");
    """

  /// Indexes that a work of many transactions does without: one sorting is quicker than a place for
  /// each row.
  static let laterIndexes = """
    CREATE INDEX IF NOT EXISTS entry_by_author ON entry (foldedAuthor, posted DESC)
      WHERE head IS NOT NULL;
    CREATE INDEX IF NOT EXISTS entry_by_state ON entry (isRead, isTagged, fold, head)
      WHERE head IS NOT NULL;
    CREATE INDEX IF NOT EXISTS entry_by_weight ON entry (weight DESC, posted DESC)
      WHERE head IS NOT NULL;
    CREATE INDEX IF NOT EXISTS entry_by_name ON entry (foldedName) WHERE foldedName <> '';
    CREATE INDEX IF NOT EXISTS record_by_name ON record (name);
    CREATE INDEX IF NOT EXISTS record_by_folder ON record (folder);
    CREATE INDEX IF NOT EXISTS post_by_address ON post (address) WHERE address IS NOT NULL;
    CREATE INDEX IF NOT EXISTS entity_by_name ON entity (kind, name);
    CREATE INDEX IF NOT EXISTS ticker_by_name ON ticker (name);
    """

  /// Takes them away, until `laterIndexes` make them again.
  static let withoutLaterIndexes = """
    DROP INDEX IF EXISTS entry_by_author;
    DROP INDEX IF EXISTS entry_by_state;
    DROP INDEX IF EXISTS entry_by_weight;
    DROP INDEX IF EXISTS entry_by_name;
    DROP INDEX IF EXISTS record_by_name;
    DROP INDEX IF EXISTS record_by_folder;
    DROP INDEX IF EXISTS post_by_address;
    DROP INDEX IF EXISTS entity_by_name;
    DROP INDEX IF EXISTS ticker_by_name;
    """
}
