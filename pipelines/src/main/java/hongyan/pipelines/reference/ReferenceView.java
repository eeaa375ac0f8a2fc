package hongyan.pipelines.reference;

/** A reference that is followed as it changes, for as long as it is open. */
@FunctionalInterface
public interface ReferenceView extends AutoCloseable {

  /**
   * Returns a reference that has at least everything before {@code offset} of the reference log,
   * waiting for it where needed.
   *
   * @throws ReferenceBehindException when it does not come in time
   */
  Reference atLeast(long offset);

  @Override
  default void close() {}
}
