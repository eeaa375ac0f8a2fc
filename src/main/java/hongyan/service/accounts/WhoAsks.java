package hongyan.service.accounts;

/** Tells who stands behind the request that is being answered. */
@FunctionalInterface
public interface WhoAsks {
  Person get();
}
