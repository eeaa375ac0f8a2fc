package hongyan.service.inspection;

import java.util.List;

/**
 * How to get a figure again through the public interface.
 *
 * @param urls addresses to ask; a list that has a next page is asked on
 * @param pointer JSON Pointer (RFC 6901) into each answer
 * @param fold what becomes of what it points to: {@code value} is the figure, {@code size} adds up
 *     the sizes of lists, {@code true} counts the answers in which it is true
 */
public record Query(List<String> urls, String pointer, String fold) {
  static final String VALUE = "value";
  static final String SIZE = "size";
  static final String TRUE = "true";

  public Query {
    urls = List.copyOf(urls);
  }

  static Query value(String url, String pointer) {
    return new Query(List.of(url), pointer, VALUE);
  }

  static Query size(String url, String pointer) {
    return new Query(List.of(url), pointer, SIZE);
  }
}
