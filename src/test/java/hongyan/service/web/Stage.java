package hongyan.service.web;

import static org.awaitility.Awaitility.await;

import hongyan.service.whole.Program;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one program with the small city in it and one browser; both are started for the first
 * test that asks, and live until the last has run.
 */
final class Stage implements ParameterResolver, ExecutionCondition {
  private static final Namespace NAMESPACE = Namespace.create(Stage.class);

  /** What is running, or why it is not: a start that failed is not tried again for each test. */
  private static final class Running implements AutoCloseable {
    private final List<Runnable> ends = new ArrayList<>();
    private @Nullable Program program;
    private @Nullable Browser browser;
    private @Nullable Throwable failure;

    private Running() {
      try {
        Program started = Program.start(Files.createTempDirectory("hongyan-web-"));
        ends.add(0, started::close);
        SmallCity.fill(started);
        program = started;
        Browser opened = Browser.open(started.address());
        ends.add(0, opened::close);
        opened.logIn(SmallCity.OFFICER, SmallCity.PASSWORD);
        browser = opened;
      } catch (Exception | AssertionError e) {
        failure = e;
      }
    }

    private Object get(Class<?> type) {
      if (failure != null) {
        throw new IllegalStateException("the stage could not be set", failure);
      }
      return Objects.requireNonNull(type == Browser.class ? browser : program);
    }

    @Override
    public void close() {
      ends.forEach(Runnable::run);
    }
  }

  /** Waits until the service has an alert. */
  static void awaitAlert(Program program, String id) {
    await("the alert " + id).until(() -> program.getStatus("/api/v1/alerts/" + id) == 200);
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Browser.isInstalled()
        ? ConditionEvaluationResult.enabled("Chromium is there")
        : ConditionEvaluationResult.disabled("no Chromium with its chromedriver is on the path");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Browser.class || type == Program.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Running.class, key -> new Running(), Running.class)
        .get(parameter.getParameter().getType());
  }
}
