package hongyan.service.accounts;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Roles and counties as a table keeps them: words with blanks between, in order. */
public final class Words {
  private Words() {}

  public static String ofRoles(Collection<Role> roles) {
    return roles.stream().map(Role::code).sorted().collect(Collectors.joining(" "));
  }

  public static Set<Role> roles(String words) {
    return split(words).stream()
        .map(word -> Role.findByCode(word).orElseThrow())
        .collect(Collectors.toSet());
  }

  public static String of(Collection<String> words) {
    return String.join(" ", new TreeSet<>(words));
  }

  public static Set<String> split(String words) {
    return Arrays.stream(words.split(" "))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
