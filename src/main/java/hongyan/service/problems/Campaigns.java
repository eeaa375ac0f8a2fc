package hongyan.service.problems;

import hongyan.pipelines.records.Json;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;

/** The campaigns of the city's folder and those that people added. Thread-safe. */
public final class Campaigns {
  private final List<Campaign> known;
  private final JdbcClient jdbc;

  /**
   * Takes the campaigns of a file.
   *
   * @throws IllegalStateException naming the file when it is no list of campaigns
   */
  public Campaigns(InputStream file, String fileName, JdbcClient jdbc) {
    try {
      this.known = List.of(Json.MAPPER.readValue(file, Campaign[].class));
    } catch (JacksonException unreadable) {
      throw new IllegalStateException(
          "%s: %s".formatted(fileName, unreadable.getOriginalMessage()), unreadable);
    }
    this.jdbc = jdbc;
  }

  /** Lists all, those of the city's folder first. */
  public List<Campaign> list() {
    Map<String, Campaign> all = new LinkedHashMap<>();
    known.forEach(each -> all.put(each.id(), each));
    jdbc.sql("SELECT content FROM campaign ORDER BY id")
        .query(String.class)
        .list()
        .forEach(
            content -> {
              Campaign added = Json.MAPPER.readValue(content, Campaign.class);
              all.put(added.id(), added);
            });
    return new ArrayList<>(all.values());
  }

  /** Finds a campaign by its id, its title in either language or an alias. */
  public Optional<Campaign> find(String name) {
    return list().stream().filter(each -> each.isCalled(name)).findFirst();
  }

  /** Adds a campaign, or writes it anew; the former wording is kept. */
  void put(Campaign campaign, String who, Instant at) {
    jdbc.sql(
            "INSERT INTO campaign_version (id, at, who, content) VALUES (:id, :at, :who, :content)")
        .param("id", campaign.id())
        .param("at", at.toEpochMilli())
        .param("who", who)
        .param("content", Json.MAPPER.writeValueAsString(campaign))
        .update();
  }
}
