package hongyan.service.login;

import hongyan.service.accounts.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of accounts. */
@Repository
class AccountStore {
  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Account> find(String account) {
    return jdbc.sql("SELECT * FROM account WHERE account = :account")
        .param("account", account)
        .query(AccountStore::account)
        .optional();
  }

  List<Account> list() {
    return jdbc.sql("SELECT * FROM account ORDER BY account").query(AccountStore::account).list();
  }

  /** Returns whether there is an account that may make others. */
  boolean hasAdministrator() {
    return list().stream().anyMatch(Account::administers);
  }

  /** Adds an account; false when there is one of that name. */
  boolean add(Account account) {
    return jdbc.sql(
                """
                INSERT INTO account (account, name, roles, counties, password, stamp, disabled,
                  second_factor_pending, second_factor_step, created_at, created_by)
                VALUES (:account, :name, :roles, :counties, :password, 0, FALSE, FALSE, 0, :at, :by)
                ON CONFLICT (account) DO NOTHING
                """)
            .param("account", account.account())
            .param("name", account.name())
            .param("roles", Words.ofRoles(account.roles()))
            .param("counties", Words.of(account.counties()))
            .param("password", account.password())
            .param("at", account.createdAt().toEpochMilli())
            .param("by", account.createdBy())
            .update()
        == 1;
  }

  /** Changes who it is and what it may do; the stamp grows when it is disabled. */
  void change(Account account) {
    jdbc.sql(
            """
            UPDATE account SET name = :name, roles = :roles, counties = :counties,
              stamp = stamp + :ends, disabled = :disabled WHERE account = :account
            """)
        .param("account", account.account())
        .param("name", account.name())
        .param("roles", Words.ofRoles(account.roles()))
        .param("counties", Words.of(account.counties()))
        .param("disabled", account.disabled())
        .param("ends", account.disabled() ? 1 : 0)
        .update();
  }

  /** Sets another password; whoever is logged in with the account must do so again. */
  void setPassword(String account, String hash) {
    jdbc.sql("UPDATE account SET password = :hash, stamp = stamp + 1 WHERE account = :account")
        .param("account", account)
        .param("hash", hash)
        .update();
  }

  /** Begins (pending) or takes away (null) a second factor; without it, sessions end. */
  void setSecondFactor(String account, @Nullable String secret) {
    jdbc.sql(
            """
            UPDATE account SET second_factor = :secret, second_factor_pending = :pending,
              second_factor_step = 0, stamp = stamp + :ends WHERE account = :account
            """)
        .param("account", account)
        .param("secret", secret)
        .param("pending", secret != null)
        .param("ends", secret == null ? 1 : 0)
        .update();
  }

  /** Takes a code of a time step; false when that step or a later one was taken before. */
  boolean takeStep(String account, long step) {
    return jdbc.sql(
                """
                UPDATE account SET second_factor_step = :step, second_factor_pending = FALSE
                WHERE account = :account AND second_factor_step < :step
                """)
            .param("account", account)
            .param("step", step)
            .update()
        == 1;
  }

  void loggedIn(String account, Instant at) {
    jdbc.sql("UPDATE account SET last_log_in = :at WHERE account = :account")
        .param("account", account)
        .param("at", at.toEpochMilli())
        .update();
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    long lastLogIn = row.getLong("last_log_in");
    Instant last = row.wasNull() ? null : Instant.ofEpochMilli(lastLogIn);
    return new Account(
        row.getString("account"),
        row.getString("name"),
        Words.roles(row.getString("roles")),
        Words.split(row.getString("counties")),
        row.getString("password"),
        row.getInt("stamp"),
        row.getBoolean("disabled"),
        row.getString("second_factor"),
        row.getBoolean("second_factor_pending"),
        row.getLong("second_factor_step"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        row.getString("created_by"),
        last);
  }
}
