package hongyan.service.errors;

/** What turns failures into answers, for tests of controllers. */
public final class ErrorsFixture {
  private ErrorsFixture() {}

  public static Object advice() {
    return new Problems();
  }
}
