package hongyan.service.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the databases differ in, beside their migrations. The stores' SQL is the same for both;
 * where SQLite has a function that PostgreSQL lacks, the migrations make it there.
 */
public enum Dialect {
  SQLITE {
    @Override
    void takeTurn(Connection connection) {
      // A transaction of SQLite begins as the writing one: transaction_mode=IMMEDIATE.
    }

    @Override
    public String storable(String text) {
      return text;
    }
  },

  POSTGRESQL {
    @Override
    void takeTurn(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SELECT pg_advisory_xact_lock(%d)".formatted(ONE_WRITER));
      }
    }

    @Override
    public String storable(String text) {
      return text.replace('\0', '␀');
    }
  };

  /** Any number will do, as long as every service on one database takes the same. */
  private static final long ONE_WRITER = 0x686f6e6779616eL;

  /** Waits until no other transaction writes; holds until the connection's transaction ends. */
  abstract void takeTurn(Connection connection) throws SQLException;

  /**
   * Returns the text as the database can hold it: PostgreSQL has no character U+0000 and gets the
   * sign for it, U+2400.
   */
  public abstract String storable(String text);
}
