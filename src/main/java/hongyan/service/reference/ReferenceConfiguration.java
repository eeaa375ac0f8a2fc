package hongyan.service.reference;

import hongyan.geo.city.City;
import hongyan.geo.law.Article7;
import hongyan.geo.zones.Zone;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceLog;
import hongyan.service.log.LogAddress;
import hongyan.service.log.RecordLog;
import hongyan.service.log.RecordLog.Entry;
import hongyan.service.settings.HongyanSettings;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the city and the reference log. */
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

  @Bean
  City city(HongyanSettings settings) {
    return City.open(settings.city());
  }

  @Bean
  Article7 article7() {
    return Article7.load();
  }

  /** The reference log, holding at least what the city's folder begins with. */
  @Bean
  ReferenceLog referenceLog(
      HongyanSettings settings, LogAddress address, RecordLog log, City city) {
    ReferenceLog reference = ReferenceLog.follow(address.connection(), settings.city());
    List<Entry> missing = missing(city, reference.current());
    if (!missing.isEmpty()) {
      reference.atLeast(log.append(missing));
    }
    return reference;
  }

  /** What the folder has and the log does not: what people changed since is theirs, and stays. */
  private static List<Entry> missing(City city, Reference present) {
    CityFolder folder = new CityFolder(city);
    Set<String> zones = present.zones().stream().map(Zone::id).collect(Collectors.toSet());
    return Stream.of(
            folder.stations().stream()
                .filter(station -> present.findStation(station.id()).isEmpty())
                .map(ReferenceKeys::entry),
            folder.devices().stream()
                .filter(device -> present.findDevice(device.id()).isEmpty())
                .map(ReferenceKeys::entry),
            folder.permits().stream()
                .filter(permit -> present.findPermit(permit.id()).isEmpty())
                .map(ReferenceKeys::entry),
            city.zones().stream()
                .filter(zone -> !zones.contains(zone.id()))
                .map(ReferenceKeys::entry))
        .flatMap(entries -> entries)
        .toList();
  }
}
