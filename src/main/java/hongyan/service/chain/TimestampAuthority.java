package hongyan.service.chain;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** A third party that says when it has seen a hash. Source: RFC 3161, over HTTP (section 3.4). */
final class TimestampAuthority {
  private static final int LARGEST = 64 * 1024;

  private final URI address;
  private final Duration patience;
  private final HttpClient http;
  private final SecureRandom random = new SecureRandom();

  /** Thrown when the authority gave no stamp, or one of something else. */
  static final class NotStamped extends Exception {
    private static final long serialVersionUID = 1;

    NotStamped(String why, Throwable cause) {
      super(why, cause);
    }
  }

  TimestampAuthority(URI address, Duration patience) {
    this.address = address;
    this.patience = patience;
    this.http = HttpClient.newBuilder().connectTimeout(patience).build();
  }

  /** Returns the time stamp token of a text, DER, checked against what was asked. */
  byte[] stamp(String text) throws NotStamped {
    try {
      TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
      requests.setCertReq(true);
      TimeStampRequest request =
          requests.generate(TSPAlgorithms.SHA256, sha256(text), new BigInteger(64, random));
      TimeStampResponse response = new TimeStampResponse(send(request.getEncoded()));
      response.validate(request);
      if (response.getTimeStampToken() == null) {
        throw new NotStamped("refused: " + response.getStatusString(), new IOException("refused"));
      }
      return response.getTimeStampToken().getEncoded();
    } catch (IOException | TSPException e) {
      throw new NotStamped(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new NotStamped("stopped", stopping);
    }
  }

  private byte[] send(byte[] request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200 || answer.body().length > LARGEST) {
      throw new IOException("the authority answered " + answer.statusCode());
    }
    return answer.body();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
