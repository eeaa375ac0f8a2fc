package hongyan.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Follows every link within the repository that stands in one of its pages. */
class LinksTest {
  private static final Path ROOT = root();
  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern OUTSIDE = Pattern.compile("^(https?|mailto):.*");
  private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");

  @Test
  void leadsFromEachPageToWhatIsThere() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path page : pages()) {
      links(page).forEach(link -> findFault(page, link).ifPresent(dead::add));
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void findsThePages() throws IOException {
    assertThat(pages())
        .contains(ROOT.resolve("README.md"), ROOT.resolve("docs/architecture.md"))
        .anyMatch(page -> !links(page).isEmpty());
  }

  @Test
  void noticesALinkThatLeadsNowhere() {
    Path page = ROOT.resolve("README.md");
    assertThat(findFault(page, "docs/no-such-page.md")).hasValueSatisfying(this::namesThePage);
    assertThat(findFault(page, "docs/operations.md#no-such-part"))
        .hasValueSatisfying(this::namesThePage);
    assertThat(findFault(page, "docs/operations.md#settings")).isEmpty();
  }

  private void namesThePage(String fault) {
    assertThat(fault).startsWith("README.md: ");
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(
              file ->
                  Stream.iterate(file, path -> !path.equals(ROOT), Path::getParent)
                      .noneMatch(path -> NOT_OURS.contains(path.getFileName().toString())))
          .sorted()
          .toList();
    }
  }

  private static List<String> links(Path page) {
    return LINK.matcher(prose(page))
        .results()
        .map(link -> link.group(1))
        .filter(link -> !OUTSIDE.matcher(link).matches())
        .toList();
  }

  /** Returns what is wrong with a link of {@code page}, if anything. */
  private static Optional<String> findFault(Path page, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    String where = ROOT.relativize(page) + ": " + link;
    if (!target.startsWith(ROOT) || !Files.exists(target)) {
      return Optional.of(where + " leads nowhere");
    }
    boolean wrongPart = parts.length == 2 && !headings(target).contains(parts[1]);
    return wrongPart ? Optional.of(where + " names no heading there") : Optional.empty();
  }

  /** Returns the names that headings have as targets of links, as GitHub makes them. */
  private static Set<String> headings(Path page) {
    return Pattern.compile("(?m)^#+ +(.+?) *$")
        .matcher(prose(page))
        .results()
        .map(MatchResult::group)
        .map(heading -> heading.replaceFirst("^#+ +", "").strip().toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static String prose(Path page) {
    try {
      return FENCE.matcher(Files.readString(page)).replaceAll("");
    } catch (IOException e) {
      throw new IllegalStateException(page + " cannot be read", e);
    }
  }

  private static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .filter(path -> Files.exists(path.resolve("hongyan")) && Files.exists(path.resolve("docs")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not within the repository"));
  }
}
