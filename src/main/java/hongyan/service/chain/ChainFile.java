package hongyan.service.chain;

import hongyan.service.evidence.verify.Merkle;
import hongyan.service.evidence.verify.SignedNote;
import hongyan.service.evidence.verify.TreeHead;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code chain.db}: leaves with their places on the log, the hashes of whole subtrees, how
 * far the log was read, signed heads. What was read and how far are one durable transaction.
 * Thread-safe; one connection, used by one thread at a time.
 */
public final class ChainFile implements AutoCloseable {
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS topic (id INTEGER PRIMARY KEY, name TEXT UNIQUE)",
          "CREATE TABLE IF NOT EXISTS leaf (idx INTEGER PRIMARY KEY, hash BLOB NOT NULL,"
              + " subject INTEGER NOT NULL, topic INTEGER NOT NULL, part INTEGER NOT NULL,"
              + " off INTEGER NOT NULL)",
          "CREATE INDEX IF NOT EXISTS leaf_by_subject ON leaf (subject)",
          "CREATE TABLE IF NOT EXISTS node (level INTEGER, idx INTEGER, hash BLOB NOT NULL,"
              + " PRIMARY KEY (level, idx)) WITHOUT ROWID",
          "CREATE TABLE IF NOT EXISTS position (topic TEXT, part INTEGER, next INTEGER NOT NULL,"
              + " PRIMARY KEY (topic, part)) WITHOUT ROWID",
          "CREATE TABLE IF NOT EXISTS head (id INTEGER PRIMARY KEY AUTOINCREMENT,"
              + " size INTEGER NOT NULL, day TEXT UNIQUE, note TEXT NOT NULL, stamp BLOB)",
          "CREATE INDEX IF NOT EXISTS head_by_size ON head (size)",
          "CREATE TABLE IF NOT EXISTS signer (line TEXT PRIMARY KEY, since TEXT NOT NULL)");
  private static final String LEAVES =
      "SELECT idx, hash, name, part, off FROM leaf JOIN topic ON topic.id = leaf.topic";

  private final Connection connection;
  private final Map<String, Integer> topics = new HashMap<>();
  private final MerkleTree tree = new MerkleTree(this::node);
  private long size;

  /** A place on the log: the next record to read of one partition. */
  public record Position(String topic, int partition, long next) {}

  /** Something done with the file, in one transaction. */
  @FunctionalInterface
  private interface Work<T> {
    T run() throws SQLException;
  }

  private ChainFile(Connection connection) {
    this.connection = connection;
  }

  /** Opens the file, made when missing. */
  public static ChainFile open(Path file) {
    try {
      ChainFile chain = new ChainFile(DriverManager.getConnection("jdbc:sqlite:" + file));
      chain.prepare();
      return chain;
    } catch (SQLException e) {
      throw new IllegalStateException("the chain cannot be opened in " + file, e);
    }
  }

  private void prepare() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      for (String table : TABLES) {
        statement.execute(table);
      }
      size = number("SELECT coalesce(max(idx) + 1, 0) FROM leaf");
      try (ResultSet rows = statement.executeQuery("SELECT id, name FROM topic")) {
        while (rows.next()) {
          topics.put(rows.getString(2), rows.getInt(1));
        }
      }
    }
    connection.setAutoCommit(false);
  }

  public synchronized long size() {
    return size;
  }

  /** Adds leaves and moves the positions on; durable on return, all or nothing. */
  synchronized void append(List<NewLeaf> leaves, List<Position> positions) {
    long before = size;
    try {
      run(
          () -> {
            addLeaves(leaves);
            movePositions(positions);
            return null;
          });
    } catch (RuntimeException failed) {
      size = before;
      topics.clear();
      throw failed;
    }
  }

  private void addLeaves(List<NewLeaf> leaves) throws SQLException {
    List<byte[]> edge = edge();
    try (PreparedStatement leafRow =
            connection.prepareStatement("INSERT INTO leaf VALUES (?,?,?,?,?,?)");
        PreparedStatement nodeRow =
            connection.prepareStatement("INSERT INTO node VALUES (?,?,?)")) {
      for (NewLeaf leaf : leaves) {
        leafRow.setLong(1, size);
        leafRow.setBytes(2, leaf.hash());
        leafRow.setLong(3, leaf.subject());
        leafRow.setInt(4, topic(leaf.topic()));
        leafRow.setInt(5, leaf.partition());
        leafRow.setLong(6, leaf.offset());
        leafRow.addBatch();
        grow(edge, leaf.hash(), nodeRow);
      }
      leafRow.executeBatch();
      nodeRow.executeBatch();
    }
  }

  /** Closes every subtree that the new leaf makes whole. */
  private void grow(List<byte[]> edge, byte[] leaf, PreparedStatement nodeRow) throws SQLException {
    byte[] hash = leaf;
    long index = size++;
    for (int level = 1; (index & 1) == 1; level++) {
      hash = Merkle.nodeHash(edge.remove(edge.size() - 1), hash);
      index >>= 1;
      nodeRow.setInt(1, level);
      nodeRow.setLong(2, index);
      nodeRow.setBytes(3, hash);
      nodeRow.addBatch();
    }
    edge.add(hash);
  }

  /** Returns the whole subtrees that the tree consists of now, the largest first. */
  private List<byte[]> edge() {
    List<byte[]> edge = new ArrayList<>();
    long from = 0;
    for (long left = size; left > 0; left &= ~Long.highestOneBit(left)) {
      long leaves = Long.highestOneBit(left);
      edge.add(node(Long.numberOfTrailingZeros(leaves), from / leaves));
      from += leaves;
    }
    return edge;
  }

  private int topic(String name) throws SQLException {
    Integer known = topics.get(name);
    if (known != null) {
      return known;
    }
    update("INSERT INTO topic (name) VALUES (?) ON CONFLICT DO NOTHING", name);
    int id = (int) number("SELECT id FROM topic WHERE name = ?", name);
    topics.put(name, id);
    return id;
  }

  private void movePositions(List<Position> positions) throws SQLException {
    for (Position position : positions) {
      update(
          "INSERT INTO position VALUES (?,?,?)"
              + " ON CONFLICT (topic, part) DO UPDATE SET next = excluded.next",
          position.topic(),
          position.partition(),
          position.next());
    }
  }

  /** Returns the offset to read next; 0 of a partition that was never read. */
  synchronized long next(String topic, int partition) {
    return run(
        () -> number("SELECT max(next) FROM position WHERE topic=? AND part=?", topic, partition));
  }

  /** Returns the root of the first {@code treeSize} leaves. */
  public synchronized byte[] root(long treeSize) {
    checkSize(treeSize);
    return tree.root(treeSize);
  }

  /** Returns the audit path of a leaf in the tree of that size. */
  public synchronized List<byte[]> inclusion(long index, long treeSize) {
    checkSize(treeSize);
    return tree.inclusion(index, treeSize);
  }

  /** Returns the audit paths of many leaves; hashes that several share are read once. */
  public synchronized Map<Long, List<byte[]>> inclusions(List<Long> indexes, long treeSize) {
    checkSize(treeSize);
    Map<Long, byte[]> read = new HashMap<>();
    MerkleTree shared =
        new MerkleTree(
            (level, index) ->
                read.computeIfAbsent(
                    index << MerkleTree.LEVEL_BITS | level, any -> node(level, index)));
    Map<Long, List<byte[]>> paths = new HashMap<>();
    for (long index : indexes) {
      paths.put(index, shared.inclusion(index, treeSize));
    }
    return paths;
  }

  /** Returns the proof that the tree of {@code to} begins with that of {@code from}. */
  public synchronized List<byte[]> consistency(long from, long to) {
    checkSize(to);
    return tree.consistency(from, to);
  }

  private void checkSize(long treeSize) {
    if (treeSize < 0 || treeSize > size) {
      throw new IllegalArgumentException(
          "size=%d: the chain has %d records".formatted(treeSize, size));
    }
  }

  private byte[] node(int level, long index) {
    String sql =
        level == 0
            ? "SELECT hash FROM leaf WHERE ? = 0 AND idx = ?"
            : "SELECT hash FROM node WHERE level = ? AND idx = ?";
    return list(sql, row -> row.getBytes(1), level, index).get(0);
  }

  /** Lists the leaves that a subject may have, oldest first. */
  synchronized List<Leaf> listBySubject(long subject) {
    return list(LEAVES + " WHERE subject = ? ORDER BY idx", ChainFile::leaf, subject);
  }

  /** Lists up to {@code limit} leaves from an index on. */
  synchronized List<Leaf> list(long from, int limit) {
    return list(LEAVES + " WHERE idx >= ? ORDER BY idx LIMIT ?", ChainFile::leaf, from, limit);
  }

  /** Keeps a signed head; of a day the first stays. Returns whether it was kept. */
  synchronized boolean add(TreeHead head, @Nullable LocalDate day, String note) {
    return run(
        () ->
            update(
                    "INSERT INTO head (size, day, note) VALUES (?,?,?) ON CONFLICT DO NOTHING",
                    head.size(),
                    day == null ? null : day.toString(),
                    note)
                == 1);
  }

  synchronized void stamp(long headId, byte[] token) {
    run(() -> update("UPDATE head SET stamp = ? WHERE id = ? AND stamp IS NULL", token, headId));
  }

  /** Lists heads, newest first, those before an id. */
  public synchronized List<Head> listHeads(long before, int limit) {
    return heads("WHERE id < ? ORDER BY id DESC LIMIT ?", before, limit);
  }

  /** Lists the newest heads of days, newest first. */
  public synchronized List<Head> listDayHeads(int limit) {
    return heads("WHERE day IS NOT NULL ORDER BY id DESC LIMIT ?", limit);
  }

  /** Returns the first head that was signed of the tree of that size. */
  public synchronized Optional<Head> findHead(long treeSize) {
    return heads("WHERE size = ? ORDER BY id LIMIT 1", treeSize).stream().findFirst();
  }

  synchronized boolean hasHead(LocalDate day) {
    return !heads("WHERE day = ?", day.toString()).isEmpty();
  }

  private List<Head> heads(String where, Object... values) {
    return list("SELECT id, day, note, stamp FROM head " + where, ChainFile::head, values);
  }

  private static Head head(ResultSet row) throws SQLException {
    String note = row.getString(3);
    String day = row.getString(2);
    return new Head(
        row.getLong(1),
        TreeHead.parse(SignedNote.parse(note).text()),
        day == null ? null : LocalDate.parse(day),
        note,
        row.getBytes(4));
  }

  private static Leaf leaf(ResultSet row) throws SQLException {
    return new Leaf(
        row.getLong(1), row.getBytes(2), row.getString(3), row.getInt(4), row.getLong(5));
  }

  /** Keeps the public key that signs from now on. */
  synchronized void addSigner(String line, String since) {
    run(() -> update("INSERT INTO signer VALUES (?,?) ON CONFLICT DO NOTHING", line, since));
  }

  /** Lists every key that ever signed, oldest first: line and since when. */
  public synchronized List<Map.Entry<String, String>> listSigners() {
    return list(
        "SELECT line, since FROM signer ORDER BY since",
        row -> Map.entry(row.getString(1), row.getString(2)));
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the chain cannot be closed", e);
    }
  }

  /** How a row is read. */
  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> list(String sql, Row<T> row, Object... values) {
    try (PreparedStatement statement = statement(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(row.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the chain cannot be read", e);
    }
  }

  private long number(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = statement(sql, values);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private int update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = statement(sql, values)) {
      return statement.executeUpdate();
    }
  }

  private PreparedStatement statement(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private <T> T run(Work<T> work) {
    try {
      try {
        T result = work.run();
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the chain cannot be written", e);
    }
  }
}
