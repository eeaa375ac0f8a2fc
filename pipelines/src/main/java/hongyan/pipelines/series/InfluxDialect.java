package hongyan.pipelines.series;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Says what the client says in the words of the server's version. The client writes as to version
 * 2; version 1 has the same under another path, with other names, and wants user and password
 * instead of a token.
 */
final class InfluxDialect implements Interceptor {

  private static final String WRITE = "/api/v2/write";

  private final InfluxAddress address;
  private final InfluxVersion version;

  InfluxDialect(InfluxAddress address, InfluxVersion version) {
    this.address = address;
    this.version = version;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Request.Builder spoken = request.newBuilder();
    if (version.isOne() && request.url().encodedPath().endsWith(WRITE)) {
      spoken.url(toVersionOne(request.url()));
    }
    String authorization = authorization();
    if (authorization != null) {
      spoken.header("Authorization", authorization);
    }
    return chain.proceed(spoken.build());
  }

  private static HttpUrl toVersionOne(HttpUrl url) {
    String path = url.encodedPath();
    String precision = url.queryParameter("precision");
    return url.newBuilder()
        .encodedPath(path.substring(0, path.length() - WRITE.length()) + "/write")
        .query(null)
        .addQueryParameter("db", url.queryParameter("bucket"))
        .addQueryParameter("precision", "us".equals(precision) ? "u" : precision)
        .build();
  }

  private @Nullable String authorization() {
    if (address.password() == null) {
      return null;
    }
    if (version.isOne()) {
      String user = address.user() == null ? "" : address.user();
      return Credentials.basic(user, address.password(), StandardCharsets.UTF_8);
    }
    return isToken(address.password()) ? "Token " + address.password() : null;
  }

  /** Returns whether a password can be a token at all: a header holds no other characters. */
  static boolean isToken(@Nullable String password) {
    return password != null && password.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
