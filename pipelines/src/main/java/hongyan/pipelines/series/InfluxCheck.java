package hongyan.pipelines.series;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an InfluxDB before the store relies on it: whether it answers, its version, and
 * whether the database is there and may be read and written. Each fault is one message that names
 * the setting, what was found and what is needed.
 */
final class InfluxCheck {

  private static final String SETTINGS = "hongyan.series.influx.";
  private static final String VERSIONS = "InfluxDB 1.6 or a later 1.x, 2.x or 3.x";

  private final InfluxAddress address;

  InfluxCheck(InfluxAddress address) {
    this.address = address;
  }

  /** Asks for the version. */
  InfluxVersion version(OkHttpClient http) {
    HttpUrl url = HttpUrl.parse(address.url());
    if (url == null) {
      throw fault("url", address.url() + " is no web address", "one like http://127.0.0.1:8086");
    }
    Request.Builder ping =
        new Request.Builder().url(url.newBuilder().addPathSegment("ping").build());
    if (InfluxDialect.isToken(address.password())) {
      // Version 3 does not even say its version to strangers; 1 and 2 do not look at it.
      ping.header("Authorization", "Bearer " + address.password());
    }
    try (Response response = http.newCall(ping.build()).execute()) {
      String said = response.header("X-Influxdb-Version");
      if (said == null && response.code() == 401) {
        throw password(401, response.body().string());
      }
      return known(said);
    } catch (IOException e) {
      throw fault(
          "url",
          "%s does not answer (%s)".formatted(address.url(), e.getMessage()),
          "the address of a running " + VERSIONS);
    }
  }

  private InfluxVersion known(@Nullable String said) {
    if (said == null) {
      throw fault(
          "url", "%s is no InfluxDB: it says no version".formatted(address.url()), VERSIONS);
    }
    return InfluxVersion.parse(said)
        .filter(InfluxVersion::isKnown)
        .orElseThrow(
            () ->
                fault(
                    "url",
                    "%s is an InfluxDB of version %s".formatted(address.url(), said),
                    VERSIONS));
  }

  /** Asks whether the database is there for us, to read and to write. */
  void database(OkHttpClient http) {
    ask(http, InfluxDatabase.question(address, "SELECT \"value\" FROM \"reading\" LIMIT 1"));
    HttpUrl write =
        HttpUrl.get(address.url())
            .newBuilder()
            .addPathSegments("api/v2/write")
            .addQueryParameter("org", InfluxDatabase.organisation(address))
            .addQueryParameter("bucket", address.database())
            .addQueryParameter("precision", "us")
            .build();
    ask(http, new Request.Builder().url(write).post(RequestBody.create(new byte[0])).build());
  }

  private void ask(OkHttpClient http, Request request) {
    try (Response response = http.newCall(request).execute()) {
      String said = response.body().string();
      int code = response.code();
      if (code == 401) {
        throw password(code, said);
      }
      if (code == 403) {
        throw fault(
            "user",
            "%s may not use the database %s (%s)"
                .formatted(address.user(), address.database(), said.strip()),
            "one that may read and write it, as after GRANT ALL ON \"%s\" TO \"%s\""
                .formatted(address.database(), address.user()));
      }
      if (code == 404 || said.contains("not found")) {
        throw missing(said);
      }
      if (code >= 500) {
        throw fault(
            "url", "%s answers %d: %s".formatted(address.url(), code, said), "one that is well");
      }
    } catch (IOException e) {
      throw fault(
          "url", "%s does not answer (%s)".formatted(address.url(), e.getMessage()), VERSIONS);
    }
  }

  private SeriesException password(int code, String said) {
    return fault(
        "password",
        "%s does not let %s in (%d %s)"
            .formatted(
                address.url(),
                address.user() == null ? "a client without a name" : address.user(),
                code,
                said.strip()),
        "the user and password of version 1, or the token of version 2 and 3 (and as user the"
            + " organisation of version 2)");
  }

  private SeriesException missing(String said) {
    return fault(
        "database",
        "%s has no database %s (%s)".formatted(address.url(), address.database(), said.strip()),
        ("one that is there. An administrator makes it, in version 1 with CREATE DATABASE \"%s\""
                + " WITH DURATION INF SHARD DURATION 52w; version 2 wants a bucket of that name")
            .formatted(address.database()));
  }

  private static SeriesException fault(String setting, String found, String needed) {
    return SeriesException.ofSetting(SETTINGS + setting, found, needed);
  }
}
