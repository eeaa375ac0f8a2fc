package hongyan.service.evidence;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code evidence_review} of the service's database. Rows are only added. */
@Repository
class ReviewStore {
  private final JdbcClient jdbc;

  ReviewStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lists the reviews of a subject, oldest first. */
  List<Review> list(String kind, String id) {
    return jdbc.sql(
            """
            SELECT state, at, who, name, note FROM evidence_review
            WHERE kind = :kind AND subject = :id ORDER BY id
            """)
        .param("kind", kind)
        .param("id", id)
        .query(
            (row, n) ->
                new Review(
                    row.getString("state"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("who"),
                    row.getString("name"),
                    row.getString("note")))
        .list();
  }

  /** Adds a review after the {@code before} that there were; false when another came between. */
  boolean add(String kind, String id, int before, Review review) {
    return jdbc.sql(
                """
                INSERT INTO evidence_review (kind, subject, number, state, at, who, name, note)
                VALUES (:kind, :id, :number, :state, :at, :who, :name, :note)
                ON CONFLICT (kind, subject, number) DO NOTHING
                """)
            .param("kind", kind)
            .param("id", id)
            .param("number", before + 1)
            .param("state", review.state())
            .param("at", review.at().toEpochMilli())
            .param("who", review.who())
            .param("name", review.name())
            .param("note", review.note())
            .update()
        == 1;
  }
}
