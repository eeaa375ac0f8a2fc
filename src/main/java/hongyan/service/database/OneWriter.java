package hongyan.service.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions of which one at a time may write, on either database.
 *
 * <p>The chains of hashes (history of alerts, audit log) read their last entry and write the next;
 * change numbers and numbers of checks are the greatest so far and one more. Two writers at once
 * would read the same last one: the chain forks, the number is given twice. SQLite has one writer
 * anyway. On PostgreSQL every transaction that is not read-only first takes a lock of the database,
 * which ends with it, by commit, rollback or the end of the connection. A lock rather than
 * serializable isolation: with that, one of the two is thrown back and would have to be done again
 * by everybody who ever begins a transaction. The lock is taken before the first statement, so with
 * the isolation that PostgreSQL has by itself, read committed, every statement sees what the writer
 * before has committed.
 *
 * <p>Statements outside of a transaction do not wait for it, so whatever rests on other rows than
 * those that it writes has to be in one.
 */
final class OneWriter extends JdbcTransactionManager {
  private static final long serialVersionUID = 1;
  private final Dialect dialect;

  OneWriter(DataSource source, Dialect dialect) {
    super(source);
    this.dialect = dialect;
  }

  @Override
  protected void prepareTransactionalConnection(
      Connection connection, TransactionDefinition definition) throws SQLException {
    super.prepareTransactionalConnection(connection, definition);
    if (!definition.isReadOnly()) {
      dialect.takeTurn(connection);
    }
  }
}
