package hongyan.service.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hongyan.pipelines.records.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small OpenID Connect provider on the loopback, at which one person is logged in. */
final class Provider implements AutoCloseable {
  private final HttpServer server;
  private final RSAKey key;
  private volatile List<String> groups = List.of();
  private volatile String nonce = "";
  private volatile boolean forged;

  private Provider(HttpServer server, RSAKey key) {
    this.server = server;
    this.key = key;
  }

  static Provider start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Provider provider = new Provider(server, newKey());
      server.createContext("/.well-known/openid-configuration", provider::describe);
      server.createContext("/jwks", provider::keys);
      server.createContext("/authorize", provider::authorize);
      server.createContext("/token", provider::token);
      server.start();
      return provider;
    } catch (IOException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey newKey() throws JOSEException {
    return new RSAKeyGenerator(2048).keyID("one").generate();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Says which groups the person is in from now on. */
  void groups(String... names) {
    groups = List.of(names);
  }

  /** Says whether it signs with a key that nobody knows. */
  void forge(boolean yes) {
    forged = yes;
  }

  private void describe(HttpExchange exchange) throws IOException {
    json(
        exchange,
        Map.of(
            "issuer", issuer(),
            "authorization_endpoint", issuer() + "/authorize",
            "token_endpoint", issuer() + "/token",
            "jwks_uri", issuer() + "/jwks",
            "response_types_supported", List.of("code"),
            "subject_types_supported", List.of("public"),
            "id_token_signing_alg_values_supported", List.of("RS256")));
  }

  private void keys(HttpExchange exchange) throws IOException {
    json(exchange, new JWKSet(key.toPublicJWK()).toJSONObject());
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(exchange.getRequestURI());
    nonce = asked.getOrDefault("nonce", "");
    exchange
        .getResponseHeaders()
        .add("Location", asked.get("redirect_uri") + "?code=abc&state=" + asked.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    json(
        exchange,
        Map.of(
            "access_token", "x", "token_type", "Bearer", "expires_in", 60, "id_token", idToken()));
  }

  private String idToken() {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .subject("4711")
            .audience("hongyan")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .claim("nonce", nonce)
            .claim("name", "赵六")
            .claim("groups", groups)
            .claim("counties", List.of(Rows.OWN))
            .build();
    try {
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
      token.sign(new RSASSASigner(forged ? newKey() : key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> parameters(URI address) {
    Map<String, String> parameters = new HashMap<>();
    Arrays.stream(address.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(
            pair -> parameters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return parameters;
  }

  private static void json(HttpExchange exchange, Object value) throws IOException {
    byte[] bytes = Json.MAPPER.writeValueAsBytes(value);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
