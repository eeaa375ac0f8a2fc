package hongyan.service.login;

import hongyan.service.errors.TooManyTries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down whoever guesses: after some tries that did not succeed, the next has to wait, twice as
 * long each time, up to a limit; nobody is locked out for good. A try counts before it is judged,
 * so many at once count as many. Accounts and addresses are counted each for themselves: of an
 * address more is borne, since an office may share one.
 *
 * <p>No official source gives these numbers; they are the platform's own choice.
 */
@Component
class Attempts {
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);
  private static final Limit ACCOUNT = new Limit("account:", 4, Duration.ofMinutes(5));
  private static final Limit ADDRESS = new Limit("address:", 20, Duration.ofMinutes(15));

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Attempts(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** How many tries are free, and how long the wait may become. */
  private record Limit(String prefix, int free, Duration longest) {
    Duration waitAfter(int failures) {
      int doublings = Math.min(failures - free, 20);
      Duration wait = doublings < 0 ? Duration.ZERO : Duration.ofSeconds(1L << doublings);
      return wait.compareTo(longest) > 0 ? longest : wait;
    }
  }

  private record Former(int failures, Instant lastAt) {}

  /** Counts a try; throws {@link TooManyTries} when it comes too early. */
  void begin(String account, String address) {
    // Transactions are one after the other, so that of many at once each sees the ones before it.
    transaction.executeWithoutResult(
        status -> {
          forgetOld();
          check(ADDRESS, address);
          check(ACCOUNT, account);
          count(ADDRESS, address);
          count(ACCOUNT, account);
        });
  }

  /** Counts a try at something that belongs to no account. */
  void begin(String address) {
    transaction.executeWithoutResult(
        status -> {
          forgetOld();
          check(ADDRESS, address);
          count(ADDRESS, address);
        });
  }

  /** Takes back what the last try was counted as, since it was right. */
  void succeeded(String account, String address) {
    jdbc.sql("DELETE FROM log_in_attempt WHERE subject = :subject")
        .param("subject", ACCOUNT.prefix() + account)
        .update();
    takeBack(ADDRESS, address);
  }

  /** Takes one try back: it was neither right nor wrong. */
  void undecided(String account, String address) {
    takeBack(ACCOUNT, account);
    takeBack(ADDRESS, address);
  }

  private void check(Limit limit, String name) {
    Former former = former(limit, name);
    Instant open = former.lastAt().plus(limit.waitAfter(former.failures()));
    Duration wait = Duration.between(clock.instant(), open);
    if (!wait.isNegative() && !wait.isZero()) {
      throw new TooManyTries(wait);
    }
  }

  private Former former(Limit limit, String name) {
    return jdbc.sql("SELECT failures, last_at FROM log_in_attempt WHERE subject = :subject")
        .param("subject", limit.prefix() + name)
        .query(
            (row, n) ->
                new Former(row.getInt("failures"), Instant.ofEpochMilli(row.getLong("last_at"))))
        .optional()
        .orElse(new Former(0, Instant.EPOCH));
  }

  private void count(Limit limit, String name) {
    jdbc.sql(
            """
            INSERT INTO log_in_attempt (subject, failures, last_at) VALUES (:subject, 1, :now)
            ON CONFLICT (subject) DO UPDATE SET failures = log_in_attempt.failures + 1,
              last_at = excluded.last_at
            """)
        .param("subject", limit.prefix() + name)
        .param("now", clock.instant().toEpochMilli())
        .update();
  }

  private void takeBack(Limit limit, String name) {
    jdbc.sql(
            """
            UPDATE log_in_attempt SET failures = failures - 1
            WHERE subject = :subject AND failures > 0
            """)
        .param("subject", limit.prefix() + name)
        .update();
  }

  private void forgetOld() {
    jdbc.sql("DELETE FROM log_in_attempt WHERE last_at < :then")
        .param("then", clock.instant().minus(FORGOTTEN_AFTER).toEpochMilli())
        .update();
  }
}
