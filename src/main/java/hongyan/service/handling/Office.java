package hongyan.service.handling;

/**
 * An office that alerts lie at.
 *
 * @param scope {@code county}, {@code city} or {@code government}
 */
public record Office(String name, String scope) {}
