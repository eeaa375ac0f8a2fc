package hongyan.benchmarks.clock;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * {@code -javaagent:benchmarks.jar=FILE}: the wall clock of this Java process is wrong by the
 * milliseconds that {@code FILE} holds, for the libraries and the JDK too. Time that only passes
 * ({@link System#nanoTime}, waiting) goes on as it does on a machine whose clock is set.
 *
 * <p>Debian's libfaketime was tried first: under it each wait of a Java process lasts until its
 * time-out.
 */
public final class ClockAgent {
  private static final String OWN = "hongyan/benchmarks/clock/";

  private ClockAgent() {}

  /** Called by the JVM before {@code main}. */
  public static void premain(String file, Instrumentation jvm)
      throws IOException, UnmodifiableClassException {
    WrongTime.follow(Path.of(file));
    jvm.addTransformer(new Redirecting(), true);
    Class<?>[] loaded =
        Arrays.stream(jvm.getAllLoadedClasses())
            .filter(jvm::isModifiableClass)
            .toArray(Class<?>[]::new);
    jvm.retransformClasses(loaded);
  }

  private static final class Redirecting implements ClassFileTransformer {
    @Override
    public byte @Nullable [] transform(
        @Nullable ClassLoader loader,
        @Nullable String name,
        @Nullable Class<?> before,
        ProtectionDomain domain,
        byte[] bytes) {
      if (name == null || name.startsWith(OWN)) {
        return null;
      }
      ClassReader reader = new ClassReader(bytes);
      ClassWriter writer = new ClassWriter(reader, 0);
      ClockCalls calls = new ClockCalls(writer, name);
      reader.accept(calls, 0);
      return calls.redirected() ? writer.toByteArray() : null;
    }
  }
}
