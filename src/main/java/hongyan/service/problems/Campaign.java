package hongyan.service.problems;

import hongyan.geo.law.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that finds problems.
 *
 * @param aliases other names that ledgers give it
 * @param document where it is known from
 */
public record Campaign(String id, Words title, List<String> aliases, @Nullable Words document) {

  public Campaign {
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
  }

  boolean isCalled(String name) {
    String plain = plain(name);
    return id.equals(name)
        || plain.equals(plain(title.zh()))
        || plain.equalsIgnoreCase(plain(title.en()))
        || aliases.stream().anyMatch(alias -> plain.equals(plain(alias)));
  }

  /** Quotation marks and spaces do not make another campaign. */
  private static String plain(String name) {
    return name.replaceAll("[\\s“”\"「」《》]", "");
  }
}
