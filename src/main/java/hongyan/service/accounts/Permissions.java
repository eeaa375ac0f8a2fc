package hongyan.service.accounts;

import hongyan.service.errors.Forbidden;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may do what: the table {@code accounts/permissions.csv}, read once and enforced as it stands.
 * What has no line nobody may do. Immutable and thread-safe.
 */
@Component
public final class Permissions {
  private static final String FILE = "/accounts/permissions.csv";
  private static final String RIGHT = "RIGHT";
  private static final String ACCOUNT = "account";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private final List<Permission> lines;

  /** Reads the table; throws naming the line that cannot be read. */
  public Permissions() {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(Permissions.class.getResourceAsStream(FILE), FILE),
            StandardCharsets.UTF_8)) {
      this.lines =
          FORMAT.parse(in).stream()
              .map(Permissions::line)
              .sorted(Comparator.comparing(Permission::path, PathPattern.SPECIFICITY_COMPARATOR))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Set<String> seen = new TreeSet<>();
    for (Permission line : lines) {
      if (!seen.add(line.operation())) {
        throw new IllegalStateException(FILE + " has two lines for " + line.operation());
      }
    }
  }

  private static Permission line(CSVRecord row) {
    try {
      List<String> roles = List.of(row.get("roles").split(" "));
      return new Permission(
          row.get("method"),
          PathPatternParser.defaultInstance.parse(row.get("path")),
          roles.stream()
              .filter(word -> !word.equals(ACCOUNT))
              .map(Permissions::role)
              .collect(Collectors.toSet()),
          roles.contains(ACCOUNT),
          Permission.Counties.valueOf(row.get("counties").toUpperCase(Locale.ROOT)),
          audited(row.get("audited")));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalStateException(
          "%s, record %d (%s): %s".formatted(FILE, row.getRecordNumber(), row, wrong.getMessage()),
          wrong);
    }
  }

  private static Role role(String code) {
    return Role.findByCode(code)
        .orElseThrow(() -> new IllegalArgumentException("there is no role " + code));
  }

  private static boolean audited(String word) {
    return switch (word) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException("audited is yes or no, not " + word);
    };
  }

  public List<Permission> list() {
    return lines;
  }

  /** Returns the line of a request: of those that fit its path, the most exact one. */
  public Optional<Permission> find(String method, String path) {
    // What only looks is held to the line of GET.
    String asked = method.equals("HEAD") || method.equals("OPTIONS") ? "GET" : method;
    PathContainer container = PathContainer.parsePath(path);
    return lines.stream()
        .filter(line -> line.method().equals(asked) && line.path().matches(container))
        .findFirst();
  }

  /** Returns whether a person has a right that is no operation of its own. */
  public boolean allows(Person person, String right) {
    return find(RIGHT, "/" + right)
        .orElseThrow(() -> new IllegalStateException(FILE + " has no RIGHT,/" + right))
        .allows(person);
  }

  /** Throws {@link Forbidden} unless a person has the right. */
  public void require(Person person, String right) {
    if (!allows(person, right)) {
      throw new Forbidden("这需要另外的角色 (this takes another role): " + roles(right));
    }
  }

  private String roles(String right) {
    return find(RIGHT, "/" + right).stream()
        .flatMap(line -> line.roles().stream())
        .map(Role::code)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
