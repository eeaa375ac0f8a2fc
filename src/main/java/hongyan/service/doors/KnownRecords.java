package hongyan.service.doors;

import hongyan.pipelines.air.Reading;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.forecasts.Forecast;
import java.util.List;
import java.util.Set;

/**
 * What is stored already. Each method returns, of the identities of the records asked about (no two
 * of them have the same), those whose stored record says the same ({@code sameContent}) and is not
 * older than the {@code modified} of the one asked about: to take that one would change nothing. A
 * record on its way into the store may be missing; it is then taken again and still changes
 * nothing.
 */
public interface KnownRecords {
  Set<String> identicalReadings(List<Reading> readings);

  /** Identities are {@code occurrenceID}s. */
  Set<String> identicalOccurrences(List<Occurrence> occurrences);

  /** Identities are {@code findingID}s. */
  Set<String> identicalFindings(List<Finding> findings);

  /** Identities are {@code casualtyID}s. */
  Set<String> identicalCasualties(List<Casualty> casualties);

  Set<String> identicalForecasts(List<Forecast> forecasts);

  Set<String> identicalDeviceStatuses(List<DeviceStatus> statuses);
}
