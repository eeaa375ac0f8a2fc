package hongyan.service.hj212;

import hongyan.pipelines.records.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The devices' profiles; each frame asks, so all of them are held in memory. Thread-safe. */
@Repository
class ProfileStore {
  private final JdbcClient jdbc;
  private final Map<String, Profile> profiles = new ConcurrentHashMap<>();

  ProfileStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    jdbc.sql("SELECT content FROM hj212_device")
        .query((row, n) -> Json.MAPPER.readValue(row.getString("content"), Profile.class))
        .list()
        .forEach(profile -> profiles.put(profile.mn(), profile));
  }

  Optional<Profile> find(String mn) {
    return Optional.ofNullable(profiles.get(mn));
  }

  List<Profile> listAll() {
    return List.copyOf(profiles.values());
  }

  /** Registers a device, or changes it from its next frame on. */
  void save(Profile profile) {
    jdbc.sql(
            """
            INSERT INTO hj212_device (mn, content) VALUES (:mn, :content)
            ON CONFLICT (mn) DO UPDATE SET content = excluded.content
            """)
        .param("mn", profile.mn())
        .param("content", Json.MAPPER.writeValueAsString(profile))
        .update();
    profiles.put(profile.mn(), profile);
  }
}
