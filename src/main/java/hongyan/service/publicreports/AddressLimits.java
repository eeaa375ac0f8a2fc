package hongyan.service.publicreports;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hongyan.service.errors.TooManyTries;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * How often one address may report and ask, in memory and bounded: what is forgotten for want of
 * room may begin anew, and the limit over all addresses stands beside it. Of an IPv6 address the
 * first 64 bits count, which is what one household has. Thread-safe.
 */
@Component
class AddressLimits {
  private static final int NETWORK_BYTES = 8;

  private final LimitSettings settings;
  private final Cache<String, Bucket> reports;
  private final Cache<String, Bucket> asks;
  private final Bucket all;

  AddressLimits(LimitSettings settings) {
    this.settings = settings;
    this.reports = memory(Duration.ofHours(2));
    this.asks = memory(Duration.ofMinutes(5));
    this.all = bucket(settings.reportsPerMinuteInAll(), Duration.ofMinutes(1));
  }

  /** Throws {@link TooManyTries} when the address has reported too often. */
  void report(String address) {
    take(
        reports.get(
            network(address), key -> bucket(settings.reportsPerHour(), Duration.ofHours(1))));
    take(all);
  }

  /** Throws {@link TooManyTries} when the address has asked too often. */
  void ask(String address) {
    take(
        asks.get(network(address), key -> bucket(settings.asksPerMinute(), Duration.ofMinutes(1))));
  }

  private Cache<String, Bucket> memory(Duration longest) {
    return Caffeine.newBuilder()
        .maximumSize(settings.addresses())
        .expireAfterAccess(longest)
        .build();
  }

  private static Bucket bucket(int times, Duration in) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(times).refillGreedy(times, in))
        .build();
  }

  private static void take(Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new TooManyTries(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  static String network(String address) {
    try {
      // An address as the server gives it is a number: nothing is looked up.
      InetAddress number = InetAddress.getByName(address);
      return number instanceof Inet6Address
          ? Arrays.toString(Arrays.copyOf(number.getAddress(), NETWORK_BYTES))
          : number.getHostAddress();
    } catch (UnknownHostException noNumber) {
      return address;
    }
  }
}
